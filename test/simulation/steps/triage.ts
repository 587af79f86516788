import type { SettingsView, WaitingView } from '../../../src/contract/views';
import { headOf, type ConversationId } from '../../../src/domain/ids';
import type { Decision, Run } from '../books';
import { DESKS } from '../people';
import { recordsOf, rulesAtDesk } from '../records';
import type { TriageStep } from '../story';
import { requestAt, type Doings } from './doing';
import { newCustomer, raised } from './requests';

export const TRIAGE: Doings<TriageStep> = {
  async triages(run, { waiting, decision }) {
    const found = await shownAt(run, waiting);
    // The button is pressed twice: one decision.
    if (found) for (const _ of [1, 2]) await decide(run, found, { as: decision });
  },
  async links(run, { waiting, request }) {
    const found = await shownAt(run, waiting);
    if (!found) return;
    const issueKey = request === undefined ? await raisedFor(run, found.conversation) : requestAt(run, request);
    if (issueKey !== undefined) await decide(run, { ...found, issueKey }, { as: 'link', ...idOf(run, issueKey) });
  },
};

type Found = { readonly project: string; readonly conversation: ConversationId; readonly at: string };
type Wish = Found & { readonly issueKey?: string };

/** Of those that settings show as waiting, the oldest first. */
async function shownAt(run: Run, index: number): Promise<Found | undefined> {
  const found: Found[] = [];
  for (const desk of DESKS.filter((one) => rulesAtDesk(run, one).createRequest === 'on-triage')) {
    const { project } = desk;
    const listed = await waitingAt(run, project);
    found.push(
      ...listed.map(({ conversation, at }) => ({ project, conversation: conversation as ConversationId, at })),
    );
  }
  found.sort((one, other) => one.at.localeCompare(other.at));
  return index < 0 ? found.at(index) : found[index % Math.max(1, found.length)];
}

async function waitingAt({ world }: Run, project: string): Promise<readonly WaitingView[]> {
  const view = await world.invoke({ ...settingsOf(project), call: 'viewSettings', input: {} });
  return view.ok ? (view.output as SettingsView).waiting : [];
}

async function decide(run: Run, { project, conversation, issueKey }: Wish, decision: Decision): Promise<void> {
  const { decisions } = run.books;
  decisions.set(conversation, [...(decisions.get(conversation) ?? []), decision]);
  const input = { conversation, decision: decision.as, ...(issueKey !== undefined && { issueKey }) };
  const answer = await run.world.invoke({ ...settingsOf(project), call: 'triageConversation', input });
  decision.told = answer.ok ? 'ok' : answer.error.code;
}

const idOf = ({ world }: Run, issueKey: string): Pick<Decision, 'issueId'> => {
  const issue = Object.values(world.state.jira.issues).find(({ key }) => key === issueKey);
  return issue ? { issueId: issue.id } : {};
};

/** Raised for the customer whom OmniChat made of the contact, where there is one; else for somebody new. */
async function raisedFor(run: Run, conversation: ConversationId): Promise<string | undefined> {
  const { customer } = recordsOf(run.world).contacts.find(({ id }) => id === headOf(conversation).contact) ?? {};
  const known = customer?.kind === 'account' ? customer.accountId : undefined;
  return raised(run, known ?? (await newCustomer(run, `Linked ${run.books.done.links ?? 0}`)));
}

const settingsOf = (projectKey: string) => ({ as: 'ada@example.com', module: 'settings', projectKey });
