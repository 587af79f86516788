import type { Message } from '../../../src/domain/message';
import type { PhoneMessage } from '../../../sandbox/phones';
import { textOf } from '../../support/adf';
import { PROBE_ANSWERS, type Invariant, type Run } from '../books';
import { countOf, deskOf, holds, recordsOf, rulesFor, textOfMessage } from '../records';
import { phoneOf } from './phoneOf';

export const onPhones = ({ world }: Run): readonly PhoneMessage[] =>
  world.phones.list().flatMap((phone) => world.phones.messages(phone));
export const seen = (run: Run, token: string): number =>
  onPhones(run).filter(({ side, text = '' }) => side === 'business' && holds(text, token)).length;

export const sentOnce: Invariant = {
  name: 'no answer is sent twice',
  inStep: true,
  broken: (run) =>
    [...run.books.answers.keys(), ...[...run.books.comments.values()].flatMap(({ tokens }) => tokens)].flatMap(
      (token) => {
        const count = seen(run, token);
        return count > 1 ? [`${token} is ${count} times on the phone`] : [];
      },
    ),
};

const SENT = new Set(['accepted', 'sent', 'delivered', 'read']);

/** What the app's records call sent is on the phone; what they call failed is not, unless the provider said so later. */
export const sentMeansSent: Invariant = {
  name: 'nothing is shown as sent that was not',
  inStep: true,
  broken: (run) =>
    recordsOf(run.world).messages.flatMap((message) => {
      if (message.direction !== 'outbound') return [];
      const token = /^[ace]\d+/.exec(textOfMessage(message))?.[0];
      if (token === undefined) return [];
      const count = seen(run, token);
      const { status, failure } = message.delivery;
      if (SENT.has(status) && count === 0 && !mayFailLate(run, message))
        return [`${token} is called ${status} and is not on the phone`];
      const isOurs = failure !== undefined && failure.code === undefined;
      return status === 'failed' && isOurs && count > 0 && failure.reason !== 'no-answer'
        ? [`${token} is called failed (${failure.reason}) and is on the phone`]
        : [];
    }),
};

/** What a screen was told holds as well. */
export const toldMeansSent: Invariant = {
  name: 'an answer the agent saw accepted is on the phone at once, whatever Jira does',
  inStep: true,
  broken: (run) =>
    [...run.books.answers].flatMap(([token, { told }]) => {
      const count = seen(run, token);
      if (!told.some((one) => SENT.has(one)) || count === 1) return [];
      const answer = recordsOf(run.world).messages.find((one) => holds(textOfMessage(one), token));
      if (count === 0 && answer && mayFailLate(run, answer)) return [];
      return [`${token} was told ${told.join(', ')} and is ${count} times on the phone`];
    }),
};

/** A provider that tells its refusals late takes what goes to a phone from which nobody has written yet, and refuses it then. */
const mayFailLate = ({ story, world }: Run, message: Message): boolean =>
  story.steps.some((step) => step.kind === 'copies' && step.lateRefusals) && !hasWritten(world, message);

/** The simulator's last answer, after all trouble, where the rules send it. */
export const answersArrive: Invariant = {
  name: 'when all is well an answer is on the phone within 20 seconds',
  broken(run) {
    const { tab, comment } = PROBE_ANSWERS;
    const given = [...(run.books.answers.has(tab) ? [tab] : []), ...(run.books.comments.has(comment) ? [comment] : [])];
    return given
      .filter((token) => seen(run, token) !== 1)
      .map((token) => `${token} is ${seen(run, token)} times there`);
  },
};

export const internalStaysInside: Invariant = {
  name: 'what is internal, kept inside by the rules or written by the customer in Jira never leaves',
  inStep: true,
  broken: (run) =>
    [...run.books.inside]
      .filter(([token]) => seen(run, token) > 0)
      .map(([token, { why }]) => `${token} (${why}) is on a phone`),
};

/** A tab answer stands in the request once, where it may have reached the customer; a refused one stands nowhere. */
export const answersStandInJira: Invariant = {
  name: 'every tab answer stands once in its request',
  broken(run) {
    const { messages, conversations } = recordsOf(run.world);
    const issues = Object.values(run.world.state.jira.issues);
    return messages.flatMap((message) => {
      if (message.direction !== 'outbound' || message.via !== 'tab') return [];
      const conversation = conversations.find(({ id }) => id === message.conversation);
      const issue = issues.find(({ id }) => id === conversation?.request?.issueId);
      const token = /^a\d+/.exec(textOfMessage(message))?.[0];
      if (!issue || token === undefined || conversation?.dead.some(({ effect }) => effect.kind === 'mirror')) return [];
      const said = issue.comments.map(({ body }) => textOf(body)).filter((text) => !text.startsWith('Transcript'));
      const count = said.filter((text) => countOf(text, token) > 0).length;
      const wasUnknown = message.delivery.history.some(({ status }) => status === 'unknown');
      const isCopied = rulesFor(run, message.conversation).copy !== 'off';
      const most = isCopied ? 1 : 0;
      const least = message.delivery.status === 'failed' ? 0 : most;
      const isFine =
        count >= least &&
        count <= most &&
        (message.delivery.status !== 'failed' || wasUnknown || count === 0 || message.delivery.history.length > 2);
      return isFine ? [] : [`${token} (${message.delivery.status}) stands ${count} times in ${issue.key}`];
    });
  },
};

const RANK: Record<string, number> = { queued: 0, unknown: 1, accepted: 2, sent: 3, failed: 4, delivered: 5, read: 6 };

export const neverBackwards: Invariant = {
  name: 'statuses never go back',
  inStep: true,
  broken({ world, books }) {
    return recordsOf(world).messages.flatMap((message) => {
      if (message.direction !== 'outbound') return [];
      const before = books.furthest.get(message.key);
      const { status } = message.delivery;
      books.furthest.set(message.key, status);
      return before !== undefined && (RANK[status] ?? 0) < (RANK[before] ?? 0)
        ? [`${message.key} went from ${before} to ${status}`]
        : [];
    });
  },
};

/** The app's clock may be so far ahead of the phones'. */
export const CLOCK_MS = 100_000;

/** The provider's own books: what it refused for these reasons should never have been tried, unless the STOP never reached us. */
export const nothingOutsideTheWindow: Invariant = {
  name: 'nothing is sent outside the window or to a customer who opted out',
  broken: ({ world }) =>
    recordsOf(world).messages.flatMap((message) => {
      if (message.direction !== 'outbound') return [];
      const { failure } = message.delivery;
      const isTheirs =
        hasWritten(world, message) &&
        failure?.code !== undefined &&
        (failure.reason === 'window-closed' || (failure.reason === 'opted-out' && isStopKnown(world, message)));
      return isTheirs ? [`${message.key} was refused by the provider: ${failure.reason}`] : [];
    }),
};

/** Whether the window of an old phone counts for the new one is the provider's secret: it is tried until that one writes. */
function hasWritten(world: Run['world'], { address, channel, conversation, receivedAt }: Message): boolean {
  if (channel === 'sms') return true;
  const phone = phoneOf({ world }, address);
  const to = deskOf({ world }, conversation)[channel];
  return world.phones
    .messages(phone ?? '')
    .some((one) => one.side === 'customer' && one.to === to && Date.parse(one.at) < receivedAt - CLOCK_MS);
}

function isStopKnown({ phones }: Run['world'], { address, receivedAt }: Message): boolean {
  const phone = address.kind === 'phone' ? address.phone : '';
  return phones
    .messages(phone)
    .some(
      ({ text, status, at }) => text === 'STOP' && status === 'delivered' && Date.parse(at) < receivedAt - CLOCK_MS,
    );
}
