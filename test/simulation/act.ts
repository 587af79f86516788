import type { InvocationAnswer } from '../../sandbox/world/invoke';
import { Refused } from '../../sandbox/world/refused';
import { jiraPerson } from '../support/jiraPerson';
import { adfOf } from '../support/adf';
import type { Run } from './books';
import type { Step } from './story';

export const PHONES = ['+385991903327', '+4915117607506'] as const;
/** Writes only when all is over. */
export const STRANGER = '+436601234567';
export const NUMBERS = { whatsapp: '+4930901820', sms: '+385951006719' } as const;
const AGENTS = ['ben@example.com', 'mia@example.com'] as const;

type Doing<Kind extends Step['kind']> = (run: Run, step: Extract<Step, { kind: Kind }>) => Promise<void> | void;

/** Does one step. What is not possible now (no request yet, a transition that is not offered) is left out. */
export async function act(run: Run, step: Step): Promise<void> {
  run.books.done[step.kind] = (run.books.done[step.kind] ?? 0) + 1;
  await (DOINGS[step.kind] as Doing<Step['kind']>)(run, step);
}

const DOINGS: { readonly [Kind in Step['kind']]: Doing<Kind> } = {
  writes({ world, books }, { phone, channel, token }) {
    const from = PHONES[phone] ?? PHONES[0];
    const { id } = world.customerWrites({ from, channel, to: NUMBERS[channel], text: `${token} please help` });
    books.written.set(token, { id, phone: from, at: world.agenda.now() });
  },
  word({ world }, { phone, channel, word }) {
    world.customerWrites({ from: PHONES[phone] ?? PHONES[0], channel, to: NUMBERS[channel], text: word });
  },
  reacts({ world }, { phone }) {
    const from = PHONES[phone] ?? PHONES[0];
    const target = world.phones
      .messages(from)
      .find(({ side, channel }) => side === 'business' && channel === 'whatsapp');
    if (target)
      world.customerWrites({
        from,
        channel: 'whatsapp',
        to: NUMBERS.whatsapp,
        reaction: { target: target.id, emoji: '👍' },
      });
  },
  async answers(run, { agent, request, token }) {
    const issueKey = requestAt(run, request);
    if (!issueKey) return;
    const number = run.books.answers.size + 1;
    const draftId = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
    const told: string[] = [];
    run.books.answers.set(token, { draftId, issueKey, told });
    told.push(await answerInTab(run, { agent, issueKey, draftId, token }));
  },
  async 'answers-again'(run, { token }) {
    const known = run.books.answers.get(token);
    if (known) known.told.push(await answerInTab(run, { agent: 0, ...known, token }));
  },
  async comments(run, { agent, request, token }) {
    const issueKey = requestAt(run, request);
    if (!issueKey) return;
    const body = adfOf(`${token} is the answer`);
    const made = await personAt(run, agent)('POST', `/rest/api/3/issue/${issueKey}/comment`, { body });
    if (made) run.books.comments.set(token, { id: (made as { id: string }).id, issueKey, at: run.world.agenda.now() });
  },
  async notes(run, { agent, request, token }) {
    const issueKey = requestAt(run, request);
    if (!issueKey) return;
    const properties = [{ key: 'sd.public.comment', value: { internal: true } }];
    await personAt(run, agent)('POST', `/rest/api/3/issue/${issueKey}/comment`, {
      body: adfOf(`${token} between us`),
      properties,
    });
    run.books.notes.add(token);
  },
  async edits(run, { token }) {
    const known = run.books.comments.get(token);
    if (!known) return;
    const body = adfOf(`${token} is the answer, edited`);
    await personAt(run, 0)('PUT', `/rest/api/3/issue/${known.issueKey}/comment/${known.id}`, { body });
  },
  async moves(run, { agent, request, transition }) {
    const issueKey = requestAt(run, request);
    if (!issueKey) return;
    const ask = personAt(run, agent);
    const url = `/rest/api/3/issue/${issueKey}/transitions`;
    const offered = (await ask('GET', url)) as { transitions: { id: string; name: string }[] } | undefined;
    const wanted = offered?.transitions.find(({ name }) => name === transition);
    if (!wanted) return;
    const resolution = transition === 'Resolve' && { fields: { resolution: { name: 'Done' } } };
    await ask('POST', url, { transition: { id: wanted.id }, ...resolution });
  },
  async orders(run, { agent, request, call }) {
    const issueKey = requestAt(run, request);
    if (issueKey) await press(run, { agent, issueKey, call, input: {} });
  },
  async 'opens-tab'(run, { agent, request }) {
    const issueKey = requestAt(run, request);
    if (issueKey) await press(run, { agent, issueKey, call: 'markSeen', input: {} });
  },
  waits: ({ world }, { ms }) => world.advance(ms),
  fault: ({ faults }, { fault }) => faults.add(fault),
  weather: ({ world }, { weather }) =>
    void (world.state.switches.weather = { ...world.state.switches.weather, ...weather }),
  copies: ({ world }, { provider, copies, lateRefusals }) =>
    world.carriers.get(provider)?.setSwitches({ copies, lateRefusals }),
  unseen: ({ world }, { ms }) => void (world.state.jira.switches.createVisibleAfterMs = ms),
  'comment-event-first': ({ world }, { first }) => void (world.state.jira.switches.commentEventFirst = first),
  'cold-start': ({ world }) => world.platform.reloadApp(),
  calm: (run) => calm(run),
};

/** Nothing more goes wrong. */
export function calm({ world, faults }: Run): void {
  faults.clear();
  delete world.state.switches.weather;
  world.state.jira.switches.createVisibleAfterMs = 0;
  world.state.jira.switches.commentEventFirst = false;
  for (const carrier of world.carriers.values()) carrier.setSwitches({ copies: 0, lateRefusals: false });
}

/** The request that an agent turns to: one that can be seen by now. */
function requestAt({ world }: Run, index: number): string | undefined {
  const { issues, switches } = world.state.jira;
  const seen = Object.values(issues).filter(
    ({ created }) => created + switches.createVisibleAfterMs <= world.agenda.now(),
  );
  const keys = seen.map(({ key }) => key);
  return keys.length > 0 ? keys[index % keys.length] : undefined;
}

/** A person at work in Jira. Undefined where Jira refuses, e.g. an issue that is not visible yet. */
function personAt({ world }: Run, agent: number) {
  const accountId = world.jira.accountFor(AGENTS[agent] ?? AGENTS[0]) ?? '';
  const ask = jiraPerson(world.jira.door, accountId);
  return async (method: string, url: string, body?: unknown): Promise<unknown> => {
    try {
      return await ask(method, url, body);
    } catch (refused) {
      if (refused instanceof Error && refused.message.startsWith('Jira answers')) return undefined;
      throw refused;
    }
  };
}

type Answering = {
  readonly agent: number;
  readonly issueKey: string;
  readonly draftId: string;
  readonly token: string;
};

type Press = { readonly agent: number; readonly issueKey: string; readonly call: string; readonly input: unknown };

/** A call of the tab. A request that cannot be seen at the moment has no tab. */
async function press({ world }: Run, { agent, issueKey, call, input }: Press): Promise<InvocationAnswer> {
  try {
    return await world.invoke({ as: AGENTS[agent] ?? AGENTS[0], module: 'issue-tab', issueKey, call, input });
  } catch (refused) {
    if (refused instanceof Refused) return { ok: false, error: { code: 'unseen', message: refused.message } };
    throw refused;
  }
}

async function answerInTab(run: Run, { agent, issueKey, draftId, token }: Answering): Promise<string> {
  const input = { draftId, text: `${token} from the tab` };
  const answer = await press(run, { agent, issueKey, call: 'sendMessage', input });
  if (!answer.ok) return `error:${answer.error.code}`;
  const { status, reason } = answer.output as { status: string; reason?: string };
  return reason === undefined ? status : `${status}:${reason}`;
}
