import type { Message } from '../../../src/domain/message';
import type { PhoneMessage } from '../../../sandbox/phones';
import { textOf } from '../../support/adf';
import type { Invariant, Run } from '../books';
import { DESKS, PHONES } from '../people';
import { countOf, deskOf, holds, recordsOf, rulesFor, textOfMessage } from '../records';

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
      if (SENT.has(status) && count === 0) return [`${token} is called ${status} and is not on the phone`];
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
    [...run.books.answers].flatMap(([token, { told }]) =>
      told.some((one) => SENT.has(one)) && seen(run, token) !== 1
        ? [`${token} was told ${told.join(', ')} and is ${seen(run, token)} times on the phone`]
        : [],
    ),
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
const CLOCK_MS = 100_000;

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
  if (channel === 'sms' || address.kind !== 'phone') return true;
  const to = deskOf({ world }, conversation)[channel];
  return world.phones
    .messages(address.phone)
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

/** From a minute after a STOP that we have taken or that stands as a row, until a START, nothing of ours comes to that phone on that channel. */
export const stopIsHeeded: Invariant = {
  name: 'nothing is sent to a customer who opted out',
  broken: (run) =>
    run.world.phones.list().flatMap((phone) => {
      const shown = run.world.phones.messages(phone);
      return shown.flatMap((message) => {
        if (message.side !== 'business') return [];
        const at = Date.parse(message.at);
        const word = shown.findLast(
          (one) =>
            isWord(run, one, message) &&
            Date.parse(one.at) < at &&
            (message.channel === 'sms' || isOnePerson(run, phone)),
        );
        const isStopped =
          word !== undefined && word.text !== 'START' && (heardAt(run, phone, word) ?? at) < at - 60_000;
        return isStopped ? [`${message.text ?? ''} came after STOP`] : [];
      });
    }),
};

/** When we answered that we have it, or when its row was written: whoever was told no 200 may still have been heard. */
function heardAt(run: Run, phone: string, { deliveredAt, text, at }: PhoneMessage): number | undefined {
  if (deliveredAt !== undefined) return Date.parse(deliveredAt);
  const row = recordsOf(run.world).messages.find(
    (one) =>
      one.direction === 'inbound' &&
      one.address.kind === 'phone' &&
      one.address.phone === phone &&
      textOfMessage(one) === text &&
      one.receivedAt >= Date.parse(at) - CLOCK_MS,
  );
  return row?.receivedAt;
}

/** Twilio knows its own words on SMS, whatever the rules say, for the number they were sent to. */
function isWord({ story }: Run, { side, text = '', channel, to }: PhoneMessage, answer: PhoneMessage): boolean {
  if (side !== 'customer') return false;
  if (channel === 'sms' && answer.from === to && /^(STOP|START)$/.test(text)) return true;
  const own = DESKS.find((desk) => desk[channel] === to) === DESKS[1] ? story.otherRules : story.rules;
  const { standard, more } = own.optOutWords ?? { standard: true, more: [] };
  return (standard && /^(STOP|START)$/.test(text)) || more.includes(text);
}

/** A customer whom WhatsApp names by a user id alone is somebody else than the phone that texted STOP: nobody can know better. */
const isOnePerson = ({ story }: Run, phone: string): boolean =>
  !story.steps.some((step) => step.kind === 'writes' && step.identity === 'user-id' && PHONES[step.phone] === phone);
