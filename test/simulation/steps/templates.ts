import type { ConversationView, TemplatesView } from '../../../src/contract/views';
import type { Run } from '../books';
import type { AgentStep } from '../story';
import { nextDraft, outcomeOf, press, requestAt, type Doings } from './doing';

export const TEMPLATES: Doings<Extract<AgentStep, { kind: 'templates' }>> = {
  async templates(run, { agent, request, token }) {
    const issueKey = requestAt(run, request);
    const template = issueKey && (await templateFor(run, agent, issueKey));
    if (!template) return;
    const draftId = nextDraft(run);
    const values = { body: [token, issueKey], buttons: [] };
    const input = { draftId, template, language: 'en', values };
    const told = [];
    for (const _ of [1, 2]) told.push(outcomeOf(await press(run, { agent, issueKey, call: 'sendTemplate', input })));
    run.books.answers.set(token, { draftId, issueKey, told, resent: 0 });
  },
};

/** What the dialogue offers for the number the customer wrote to; nothing where the call breaks off or the rules offer none. */
async function templateFor(run: Run, agent: number, issueKey: string): Promise<string | undefined> {
  const view = await press(run, { agent, issueKey, call: 'viewConversation', input: {} });
  if (!view.ok) return undefined;
  const shown = view.output as ConversationView;
  const [way] = shown.kind === 'conversation' ? shown.ways : [];
  if (!way) return undefined;
  const listed = await press(run, { agent, issueKey, call: 'listTemplates', input: { number: way.number } });
  if (!listed.ok) return undefined;
  const { templates } = listed.output as TemplatesView;
  return templates.find(({ name, language }) => name === 'case_update' && language === 'en')?.id;
}
