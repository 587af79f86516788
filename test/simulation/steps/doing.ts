import { Refused } from '../../../sandbox/world/refused';
import type { InvocationAnswer } from '../../../sandbox/world/invoke';
import { jiraPerson } from '../../support/jiraPerson';
import type { Run } from '../books';
import { AGENTS } from '../people';
import type { Step } from '../story';

/** How each kind of step is done. What is not possible now (no request yet, a transition that is not offered) is left out. */
export type Doings<One extends Step> = {
  readonly [Kind in One['kind']]: (run: Run, step: Extract<One, { kind: Kind }>) => unknown;
};

/** The request that an agent turns to: one that can be seen by now; -1 is the newest. */
export function requestAt({ world }: Run, index: number): string | undefined {
  const { issues, switches } = world.state.jira;
  const seen = Object.values(issues).filter(
    ({ created }) => created + switches.createVisibleAfterMs <= world.agenda.now(),
  );
  const keys = seen.map(({ key }) => key);
  if (index < 0) return keys.at(index);
  return keys.length > 0 ? keys[index % keys.length] : undefined;
}

export const agentAt = (index: number): string => AGENTS[index] ?? AGENTS[0];
export const accountOf = ({ world }: Run, agent: number): string => world.jira.accountFor(agentAt(agent)) ?? '';

type Ask = (method: string, url: string, body?: unknown) => Promise<unknown>;

/** A person at work in Jira. Undefined where Jira refuses, e.g. an issue that is not visible yet. */
export function personAt({ world }: Run, accountId: string): Ask {
  const ask = jiraPerson(world.jira.door, accountId);
  return async (method, url, body) => {
    try {
      return (await ask(method, url, body)) ?? {};
    } catch (refused) {
      if (refused instanceof Error && refused.message.startsWith('Jira answers')) return undefined;
      throw refused;
    }
  };
}

export type Press = {
  readonly agent: number;
  readonly issueKey: string;
  readonly call: string;
  readonly input: unknown;
};

/** A call of the tab. A request that cannot be seen at the moment has no tab. */
export async function press({ world }: Run, { agent, issueKey, call, input }: Press): Promise<InvocationAnswer> {
  try {
    return await world.invoke({ as: agentAt(agent), module: 'issue-tab', issueKey, call, input });
  } catch (refused) {
    if (refused instanceof Refused) return { ok: false, error: { code: 'unseen', message: refused.message } };
    throw refused;
  }
}

/** What the screen tells of an answer: its status and the reason, or the error of the call. */
export function outcomeOf(answer: InvocationAnswer): string {
  if (!answer.ok) return `error:${answer.error.code}`;
  const { status, reason } = answer.output as { status: string; reason?: string };
  return reason === undefined ? status : `${status}:${reason}`;
}

/** As the composer makes one. */
export const nextDraft = ({ books }: Run): string => draftId((books.drafts += 1));

const draftId = (ordinal: number): string => `00000000-0000-4000-8000-${String(ordinal).padStart(12, '0')}`;
