import type { ConversationView } from '../../src/contract/views';
import type { PhoneMedia } from '../../sandbox/phones';
import { sampleOf } from '../../sandbox/samples';
import type { World } from '../../sandbox/world';
import type { InvocationAnswer } from '../../sandbox/world/invoke';
import { adfOf } from './adf';
import { jiraPerson, type JiraPerson } from './jiraPerson';

type Conversation = Extract<ConversationView, { kind: 'conversation' }>;

/** An agent or administrator at work in Jira and in OmniChat's screens. Steps end when what they caused has settled. */
export class Agent {
  private readonly jira: JiraPerson;
  private drafts = 0;

  constructor(
    private readonly world: World,
    readonly accountId: string,
  ) {
    this.jira = jiraPerson(world.jira.door, accountId);
  }

  /** Adds a public comment and returns its id. */
  async comments(issueKey: string, text: string | object): Promise<string> {
    return this.comment(issueKey, text, []);
  }

  /** The same without waiting for what it causes. */
  async commentsAtOnce(issueKey: string, text: string): Promise<void> {
    await this.jira('POST', `/rest/api/3/issue/${issueKey}/comment`, { body: adfOf(text) });
  }

  async commentsInternally(issueKey: string, text: string | object): Promise<string> {
    return this.comment(issueKey, text, [{ key: 'sd.public.comment', value: { internal: true } }]);
  }

  async editsComment(issueKey: string, commentId: string, text: string | object): Promise<void> {
    await this.asks('PUT', `/rest/api/3/issue/${issueKey}/comment/${commentId}`, {
      body: typeof text === 'string' ? adfOf(text) : text,
    });
  }

  async deletesComment(issueKey: string, commentId: string): Promise<void> {
    await this.asks('DELETE', `/rest/api/3/issue/${issueKey}/comment/${commentId}`);
  }

  async makesCommentPublic(issueKey: string, commentId: string): Promise<void> {
    await this.shows(issueKey, commentId, { internal: false });
  }

  async makesCommentInternal(issueKey: string, commentId: string): Promise<void> {
    await this.shows(issueKey, commentId, { internal: true });
  }

  /** From now on only people of that role see the comment; to events it stays public (jira.md 3.3). */
  async restrictsComment(issueKey: string, commentId: string, text: string): Promise<void> {
    const visibility = { type: 'role', value: 'Administrators' };
    await this.asks('PUT', `/rest/api/3/issue/${issueKey}/comment/${commentId}`, { body: adfOf(text), visibility });
  }

  async editsDescription(issueKey: string, text: string): Promise<void> {
    await this.asks('PUT', `/rest/api/3/issue/${issueKey}`, { fields: { description: adfOf(text) } });
  }

  /** Goes through the transition of that name, with a comment on its screen when one is given. */
  async transitions(issueKey: string, name: string, comment?: string): Promise<void> {
    await this.transitionsAtOnce(issueKey, name, comment);
    await this.world.idle(60_000);
  }

  /** Takes the request, or gives it to somebody else. */
  async assigns(issueKey: string, accountId = this.accountId): Promise<void> {
    await this.asks('PUT', `/rest/api/3/issue/${issueKey}/assignee`, { accountId });
  }

  /** Takes a file off the request. */
  async removesFile(attachmentId: string): Promise<void> {
    await this.asks('DELETE', `/rest/api/3/attachment/${attachmentId}`);
  }

  /** The same without waiting for what it causes. */
  async transitionsAtOnce(issueKey: string, name: string, comment?: string): Promise<void> {
    const url = `/rest/api/3/issue/${issueKey}/transitions`;
    const { transitions } = (await this.jira('GET', url)) as { transitions: { id: string; name: string }[] };
    const transition = transitions.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!transition)
      throw new Error(`${issueKey} offers ${transitions.map((one) => one.name).join(', ')}, not ${name}`);
    const resolution = name === 'Resolve' && { fields: { resolution: { name: 'Done' } } };
    const update = comment && { update: { comment: [{ add: { body: adfOf(comment) } }] } };
    await this.jira('POST', url, { transition: { id: transition.id }, ...resolution, ...update });
  }

  /** Raises a request for somebody who wrote an e-mail; returns its key. */
  async raisesFor(name: string, summary: string): Promise<string> {
    const email = `${name.toLowerCase()}@customers.example.com`;
    const { accountId } = (await this.asks('POST', '/rest/servicedeskapi/customer', { email, displayName: name })) as {
      accountId: string;
    };
    const raised = await this.asks('POST', '/rest/servicedeskapi/request', {
      serviceDeskId: '1',
      requestTypeId: '12',
      requestFieldValues: { summary },
      raiseOnBehalfOf: accountId,
    });
    return (raised as { issueKey: string }).issueKey;
  }

  /** The same without waiting for what it causes. */
  async deletesAtOnce(issueKey: string): Promise<void> {
    await this.jira('DELETE', `/rest/api/3/issue/${issueKey}`);
  }

  async deletes(issueKey: string): Promise<void> {
    await this.asks('DELETE', `/rest/api/3/issue/${issueKey}`);
  }

  /** Writes in the tab's composer and presses *Send message*. */
  async answersInTab(issueKey: string, text: string, draftId = this.nextDraft()): Promise<InvocationAnswer> {
    const answer = await this.invokes('sendMessage', { draftId, text }, issueKey);
    await this.world.idle(60_000);
    return answer;
  }

  /** Puts a file on the request, as the tab's composer and Jira's editor do; its id and the id that documents name it by. */
  async attaches(issueKey: string, kind: PhoneMedia['kind'], name: string): Promise<{ id: string; mediaId: string }> {
    const { bytes, mimeType } = sampleOf(kind);
    const form = new FormData();
    form.append('file', new Blob([Buffer.from(bytes)], { type: mimeType.split(';')[0] ?? '' }), name);
    const part = new Response(form);
    const caller = { kind: 'person', accountId: this.accountId, throughApp: false } as const;
    const type = { 'content-type': part.headers.get('content-type') ?? '', 'x-atlassian-token': 'no-check' };
    const body = new Uint8Array(await part.arrayBuffer());
    const url = `/rest/api/3/issue/${issueKey}/attachments`;
    const reply = await this.world.jira.door({ method: 'POST', url, headers: type, body, caller });
    const [{ id }] = JSON.parse(String(reply.body)) as [{ id: string }];
    const known = this.world.jira.issue(issueKey)?.attachments?.find((one) => one.id === id);
    return { id, mediaId: known?.mediaId ?? '' };
  }

  /** Sends files that are on the request from the tab. */
  async sendsFiles(issueKey: string, text: string, ids: readonly string[]): Promise<InvocationAnswer> {
    const input = { draftId: this.nextDraft(), text, attachments: ids.map((id) => ({ id })) };
    const answer = await this.invokes('sendMessage', input, issueKey);
    await this.world.idle(60_000);
    return answer;
  }

  /** What the tab shows. @throws when the request has no conversation or the tab is refused. */
  async opensTab(issueKey: string): Promise<Conversation> {
    const answer = await this.invokes('viewConversation', {}, issueKey);
    if (!answer.ok) throw new Error(`the tab of ${issueKey} is refused: ${answer.error.code} ${answer.error.message}`);
    const view = answer.output as ConversationView;
    if (view.kind === 'none') throw new Error(`${issueKey} has no conversation`);
    return view;
  }

  /** A call of the tab, or without a request one of project settings. */
  async invokes(call: string, input: unknown = {}, issueKey?: string): Promise<InvocationAnswer> {
    const place = issueKey ? { module: 'issue-tab', issueKey } : { module: 'settings', projectKey: 'SUP' };
    return this.world.invoke({ as: this.accountId, ...place, call, input });
  }

  /** A fresh draft id as the composer makes one; deterministic, so that a test replays. */
  nextDraft(): string {
    this.drafts += 1;
    return `00000000-0000-4000-8000-${String(this.drafts).padStart(6, '0')}${this.accountId
      .slice(-6)
      .replace(/[^0-9a-f]/g, '0')
      .padStart(6, '0')}`;
  }

  private async shows(issueKey: string, commentId: string, value: { internal: boolean }): Promise<void> {
    const url = `/rest/api/3/issue/${issueKey}/comment/${commentId}`;
    const { body } = (await this.jira('GET', url)) as { body: object };
    await this.asks('PUT', url, { body, properties: [{ key: 'sd.public.comment', value }] });
  }

  private async comment(issueKey: string, text: string | object, properties: readonly unknown[]): Promise<string> {
    const body = typeof text === 'string' ? adfOf(text) : text;
    const made = await this.asks('POST', `/rest/api/3/issue/${issueKey}/comment`, { body, properties });
    return (made as { id: string }).id;
  }

  private async asks(method: string, url: string, body?: unknown): Promise<unknown> {
    const answer = await this.jira(method, url, body);
    await this.world.idle(60_000);
    return answer;
  }
}
