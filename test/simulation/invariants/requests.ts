import { LANES } from '../../../src/domain/effect';
import { categoryOf } from '../../../sandbox/jira/model/catalogue';
import type { Conversation } from '../../../src/domain/conversation';
import type { Invariant, Run } from '../books';
import { recordsOf, rulesFor } from '../records';
import { isUntold } from './untold';

export const oneActive: Invariant = {
  name: 'never two active conversations for a scope slot',
  inStep: true,
  broken: ({ world }) =>
    recordsOf(world).heads.flatMap((head) => {
      const active = Object.entries(head.active);
      const strays = active.filter(([slot, one]) => one.slot !== slot || one.state !== 'active');
      const ids = new Set(active.map(([, { id }]) => id));
      return strays.length > 0 || ids.size !== active.length
        ? [`slots ${active.map(([slot]) => slot).join(', ')}`]
        : [];
    }),
};

/** Read from Jira's own model: the intent in the issue property. */
export const oneRequest: Invariant = {
  name: 'never two requests for one conversation',
  inStep: true,
  broken({ world, books }) {
    const intents = Object.values(world.state.jira.issues).flatMap(({ id, properties }) => {
      if (books.clones.has(id)) return [];
      const { intent } = (properties.omnichat ?? {}) as { intent?: string };
      return intent === undefined ? [] : [intent];
    });
    return intents
      .filter((intent, index) => intents.indexOf(intent) !== index)
      .map((intent) => `two requests for ${intent}`);
  },
};

export const nothingPending: Invariant = {
  name: 'everything pending is done, unknown or a visible dead letter when the world has been quiet',
  broken(run) {
    const { heads, messages, conversations } = recordsOf(run.world);
    const unraised = new Set(conversations.filter((one) => isUnraised(run, one)).map(({ id }) => id));
    const waiting = heads.flatMap(({ lanes }) =>
      LANES.flatMap((name) => lanes[name].queue)
        // A file waits with its request, of which the dead letter tells, or the list of those who decide.
        .filter(({ awaits, conversation }) => awaits === undefined || !unraised.has(conversation))
        .map(({ kind, conversation, attempts }) => `${kind} of ${conversation} waits after ${attempts} attempts`),
    );
    const queued = messages.filter((one) => one.direction === 'outbound' && one.delivery.status === 'queued');
    return [...waiting, ...queued.map(({ key }) => `${key} is still queued`)];
  },
};

/** The sweep finds within two of its turns what nobody was told of. */
export const SWEPT_MS = 11 * 60_000;

export const noTimerIsOverdue: Invariant = {
  name: 'no timer is overdue when the world has been quiet',
  broken: ({ world }) =>
    recordsOf(world).heads.flatMap(({ timers }) =>
      timers
        .filter(({ at }) => at + SWEPT_MS < world.agenda.now())
        .map(({ kind, conversation, at }) => `${kind} of ${conversation} was due at ${new Date(at).toISOString()}`),
    ),
};

export const everyConversationHasARequest: Invariant = {
  name: 'every conversation that nobody has to decide about has its request, or a dead letter says why not',
  broken: (run) =>
    recordsOf(run.world)
      .conversations.filter((one) => !one.request && one.messages > 0 && !isUnraised(run, one))
      .map(({ id }) => `${id} has no request`),
};

/** It could not be raised; or by the rules, as well as by its own word, it waits for triage or was dismissed. */
const isUnraised = (run: Run, { id, dead, untriaged }: Conversation): boolean =>
  dead.some(({ effect }) => effect.kind === 'create-request') ||
  (untriaged === true && rulesFor(run, id).createRequest === 'on-triage');

/** One that another took the place of would be lost with all it holds. */
export const everyMessageHasAConversation: Invariant = {
  name: 'every message belongs to a conversation that is kept',
  inStep: true,
  broken({ world }) {
    const { messages, conversations } = recordsOf(world);
    const kept = new Set<string>(conversations.map(({ id }) => id));
    return messages.flatMap(({ key, conversation }) =>
      kept.has(conversation) ? [] : [`${key} belongs to a conversation that is gone`],
    );
  },
};

/** Also a request that was Done before OmniChat knew it, but not where a person links or starts one there. Once reopened, a conversation may go on beside a request that is Done. */
export const doneIsClosed: Invariant = {
  name: 'no conversation is active whose request was done, unless it was opened again',
  broken(run) {
    return recordsOf(run.world).active.flatMap(
      ({ id, request, tally, openedAt, startedBy, linkedAt = startedBy && openedAt }) => {
        const issue = Object.values(run.world.state.jira.issues).find((one) => one.id === request?.issueId);
        const isBound = rulesFor(run, id).closeOn === 'done-category' && (tally?.reopened ?? 0) === 0;
        const isDone = issue !== undefined && categoryOf(issue.statusId).key === 'done';
        const isTold = issue && !isUntold(run, { issueKey: issue.key, at: issue.statusCategoryChangedAt });
        const isMeant = issue !== undefined && linkedAt !== undefined && issue.statusCategoryChangedAt < linkedAt;
        return isBound && isDone && isTold && !isMeant ? [`${id} is active, ${issue.key} is done`] : [];
      },
    );
  },
};
