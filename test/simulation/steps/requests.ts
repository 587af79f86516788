import { adfOf, textOf } from '../../support/adf';
import type { Run } from '../books';
import { holds } from '../records';
import type { RequestStep } from '../story';
import { bookComment, prefixIn } from './comments';
import { accountOf, personAt, press, requestAt, type Doings } from './doing';

export const REQUESTS: Doings<RequestStep> = {
  async moves(run, { agent, request, transition, comment }) {
    const issueKey = requestAt(run, request);
    if (!issueKey) return;
    const ask = personAt(run, accountOf(run, agent));
    const url = `/rest/api/3/issue/${issueKey}/transitions`;
    const offered = (await ask('GET', url)) as { transitions: { id: string; name: string }[] } | undefined;
    const wanted = offered?.transitions.find(({ name }) => name === transition);
    if (!wanted) return;
    const resolution = transition === 'Resolve' && { fields: { resolution: { name: 'Done' } } };
    const said = comment !== undefined && { update: { comment: [{ add: { body: spoken(run, issueKey, comment) } }] } };
    const moved = await ask('POST', url, { transition: { id: wanted.id }, ...resolution, ...said });
    if (moved && comment !== undefined) bookSpoken(run, issueKey, comment);
  },
  async orders(run, { agent, request, call }) {
    const issueKey = requestAt(run, request);
    if (issueKey) await press(run, { agent, issueKey, call, input: {} });
  },
  async 'opens-tab'(run, { agent, request }) {
    const issueKey = requestAt(run, request);
    if (issueKey) await press(run, { agent, issueKey, call: 'markSeen', input: {} });
  },
  async starts(run, { agent, phone, channel }) {
    const issueKey = await raised(run, await newCustomer(run, `Caller ${run.books.done.starts ?? 0}`));
    if (issueKey === undefined) return;
    const panel = await press(run, { agent, issueKey, call: 'viewPanel', input: {} });
    const { ways = [] } = (panel.ok ? panel.output : {}) as { ways?: readonly { channel: string; number: string }[] };
    const number = ways.find((way) => way.channel === channel)?.number;
    if (number === undefined) return;
    const input = { channel, number, phone: run.books.phones[phone], consent: 'verbal' };
    await press(run, { agent, issueKey, call: 'startConversation', input });
  },
  relocates(run, { agent, request, project }) {
    const issueKey = requestAt(run, request);
    if (!issueKey || issueKey.startsWith(`${project}-`)) return;
    const moved = run.world.jira.backstage.move(accountOf(run, agent), issueKey, project);
    for (const known of [...run.books.answers.values(), ...run.books.comments.values(), ...run.books.inside.values()])
      if (known.issueKey === issueKey) Object.assign(known, { issueKey: moved });
  },
  clones(run, { agent, request }) {
    const issueKey = requestAt(run, request);
    if (!issueKey) return;
    const key = run.world.jira.backstage.clone(accountOf(run, agent), issueKey);
    const clone = Object.values(run.world.state.jira.issues).find((one) => one.key === key);
    if (clone) run.books.clones.add(clone.id);
  },
  merges(run, { agent, request }) {
    const issueKey = requestAt(run, request);
    const into = requestAt(run, Number(request) + 1);
    if (!issueKey || !into || issueKey === into) return;
    const issue = Object.values(run.world.state.jira.issues).find(({ key }) => key === issueKey);
    if (issue) run.books.merged.add(issue.id);
    run.world.jira.backstage.merge(accountOf(run, agent), issueKey, into);
  },
  async deletes(run, { request }) {
    const issueKey = requestAt(run, request);
    if (!issueKey) return;
    const ada = run.world.jira.accountFor('ada@example.com') ?? '';
    const issue = Object.values(run.world.state.jira.issues).find(({ key }) => key === issueKey);
    const gone = await personAt(run, ada)('DELETE', `/rest/api/3/issue/${issueKey}`);
    if (gone && issue) run.books.deleted.add(issue.id);
  },
  retypes(run, { agent, request }) {
    const issueKey = requestAt(run, request);
    if (issueKey) run.world.jira.backstage.removeRequestType(accountOf(run, agent), issueKey);
  },
};

/** Somebody of whom Jira has not heard before; undefined where Jira refuses. */
export async function newCustomer(run: Run, displayName: string): Promise<string | undefined> {
  const email = `${displayName.toLowerCase().replaceAll(' ', '')}@customers.example.com`;
  const made = await administrator(run)('POST', '/rest/servicedeskapi/customer', { email, displayName });
  return (made as { accountId: string } | undefined)?.accountId;
}

/** The key of a request that somebody raises for a customer who called. */
export async function raised(run: Run, customer: string | undefined): Promise<string | undefined> {
  if (customer === undefined) return undefined;
  const request = await administrator(run)('POST', '/rest/servicedeskapi/request', {
    serviceDeskId: '1',
    requestTypeId: '12',
    requestFieldValues: { summary: 'Somebody called' },
    raiseOnBehalfOf: customer,
  });
  return (request as { issueKey: string } | undefined)?.issueKey;
}

const administrator = (run: Run) => personAt(run, run.world.jira.accountFor('ada@example.com') ?? '');

const spoken = (run: Run, issueKey: string, token: string) =>
  adfOf(`${prefixIn(run, issueKey, true)}${token} is the answer`);

/** Jira answers a transition with nothing: the comment is found by what it says. */
function bookSpoken(run: Run, issueKey: string, token: string): void {
  const issue = Object.values(run.world.state.jira.issues).find(({ key }) => key === issueKey);
  const written = issue?.comments.find(({ body }) => holds(textOf(body), token));
  if (written) bookComment(run, { id: written.id, issueKey, token, isPrefixed: true, isAutomated: false });
}
