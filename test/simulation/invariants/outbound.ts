import type { Effect } from '../../../src/domain/effect';
import { mediaIn } from '../../../src/domain/content';
import type { MessageKey } from '../../../src/domain/ids';
import type { Message, OutboundMessage } from '../../../src/domain/message';
import type { PhoneMessage } from '../../../sandbox/phones';
import { textOf } from '../../support/adf';
import { PROBE_ANSWERS, type Invariant, type Run } from '../books';
import { countOf, deskOf, holds, recordsOf, rulesFor, textOfMessage } from '../records';
import { phoneOf } from './phoneOf';

/** What all phones show; `text` also where it stands below a file, and with the token at the end of that file's bytes. */
export const onPhones = ({ world }: Run): readonly PhoneMessage[] =>
  world.phones.list().flatMap((phone) => world.phones.messages(phone).map((shown) => withWords(world, shown)));

function withWords({ phones }: Run['world'], shown: PhoneMessage): PhoneMessage {
  const { media, text } = shown;
  if (!media) return shown;
  const file = shown.side === 'business' && media.file !== undefined ? phones.files.get(media.file) : undefined;
  const [, token = ''] = /%(f\d+)$/.exec(Buffer.from(file?.bytes.slice(-10) ?? []).toString('latin1')) ?? [];
  return { ...shown, text: `${text ?? media.caption ?? ''} ${token}` };
}

export const seen = (run: Run, token: string): number =>
  onPhones(run).filter(({ side, text = '' }) => side === 'business' && holds(text, token)).length;

/** One message is one hand-over; an answer is one message, and one more each time somebody wants it sent again. */
export const sentOnce: Invariant = {
  name: 'no answer is sent twice, but where somebody sends it again: once for each wish',
  inStep: true,
  broken(run) {
    const { answers, comments } = run.books;
    const said = [
      ...[...answers].flatMap(([token, { resent, files = [] }]) =>
        [token, ...files].map((one) => [one, resent] as const),
      ),
      // Its row has the first words; the others went as corrections.
      ...[...comments.values()].flatMap(({ tokens, resent }) =>
        tokens.map((token, index) => [token, index === 0 ? resent : 0] as const),
      ),
    ];
    return said.flatMap(([token, resent]) => {
      const count = seen(run, token);
      const rows = rowsOf(run, token).length;
      const most = 1 + resent;
      if (rows > most) return [`${token} is ${rows} messages of ${most} wishes`];
      return count > rows ? [`${token} is ${rows} messages and ${count} times on the phone`] : [];
    });
  },
};

/** The messages that say it, or bring the file of that name. */
export const rowsOf = ({ world }: Run, token: string): readonly OutboundMessage[] =>
  recordsOf(world).messages.filter(
    (one): one is OutboundMessage => one.direction === 'outbound' && holds(wordsOf(one), token),
  );

const wordsOf = (message: Message): string => `${textOfMessage(message)} ${mediaIn(message.content)?.file?.name ?? ''}`;

const SENT = new Set(['accepted', 'sent', 'delivered', 'read']);

/** What the app's records call sent is on the phone; what they call failed is not, unless the provider said so later. */
export const sentMeansSent: Invariant = {
  name: 'nothing is shown as sent that was not',
  inStep: true,
  broken: (run) =>
    tokensOf(run).flatMap((token) => {
      const rows = rowsOf(run, token);
      const count = seen(run, token);
      const sent = rows.filter((row) => SENT.has(row.delivery.status) && !mayFailLate(run, row));
      if (count < sent.length)
        return [`${token} is called sent ${sent.length} times and is ${count} times on the phone`];
      const failed = rows.filter(isHeldBack);
      return count > rows.length - failed.length
        ? [`${token} is ${count} times on the phone, ${failed.length} of ${rows.length} messages never went`]
        : [];
    }),
};

/** Whatever our own messages say: the tab's, comments', corrections, templates, files. */
const tokensOf = ({ world }: Run): readonly string[] => [
  ...new Set(
    recordsOf(world).messages.flatMap((one) =>
      one.direction === 'outbound' ? (wordsOf(one).match(/^[ace]\d+|\b[tf]\d+/g) ?? []) : [],
    ),
  ),
];

/** By us, before the provider was asked. */
const isHeldBack = ({ delivery: { status, failure } }: OutboundMessage): boolean =>
  status === 'failed' && failure !== undefined && failure.code === undefined && failure.reason !== 'no-answer';

/** What a screen was told holds as well. */
export const toldMeansSent: Invariant = {
  name: 'an answer the agent saw accepted is on the phone at once, whatever Jira does',
  inStep: true,
  broken: (run) =>
    [...run.books.answers].flatMap(([token, { told }]) => {
      const count = seen(run, token);
      if (!told.some((one) => SENT.has(one)) || count > 0) return [];
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

/** Somebody sees that the copy could not be written, and can have it tried again. */
const isItsCopy = (effect: Effect, key: MessageKey): boolean =>
  effect.kind === 'mirror' || (effect.kind === 'show-answer' && effect.message === key);

/** A tab answer stands in the request once, where it may have reached the customer; a refused one stands nowhere. */
export const answersStandInJira: Invariant = {
  name: 'every tab answer stands once in its request',
  broken(run) {
    const { conversations } = recordsOf(run.world);
    const issues = Object.values(run.world.state.jira.issues);
    return tokensOf(run).flatMap((token) => {
      const rows = rowsOf(run, token).filter(({ via }) => via === 'tab' && !token.startsWith('f'));
      const [first] = rows;
      const conversation = conversations.find(({ id }) => id === first?.conversation);
      const issue = issues.find(({ id }) => id === conversation?.request?.issueId);
      if (!first || !issue) return [];
      const isGivenUp = ({ key }: OutboundMessage) => conversation?.dead.some(({ effect }) => isItsCopy(effect, key));
      // A comment that was withdrawn or edited, and then sent again, stands there itself, besides the copy of that answer.
      const own = run.books.comments.get(token)?.id;
      const copies = issue.comments.filter(({ id }) => id !== own).map(({ body }) => textOf(body));
      const said = copies.filter((text) => !text.startsWith('Transcript'));
      const count = said.filter((text) => countOf(text, token) > 0).length;
      const isCopied = rulesFor(run, first.conversation).copy !== 'off';
      const least = isCopied ? rows.filter((row) => row.delivery.status !== 'failed' && !isGivenUp(row)).length : 0;
      const most = isCopied ? rows.filter(mayStand).length : 0;
      const told = rows.map(({ delivery }) => delivery.status).join(', ');
      return count >= least && count <= most ? [] : [`${token} (${told}) stands ${count} times in ${issue.key}`];
    });
  },
};

/** It was out, or for all we knew. */
const mayStand = ({ delivery: { status, history } }: OutboundMessage): boolean =>
  status !== 'failed' || history.length > 2 || history.some((step) => step.status === 'unknown');

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
  broken: (run) =>
    recordsOf(run.world).messages.flatMap((message) => {
      if (message.direction !== 'outbound') return [];
      const { failure } = message.delivery;
      const isTheirs =
        hasWritten(run.world, message) &&
        failure?.code !== undefined &&
        (failure.reason === 'window-closed' || (failure.reason === 'opted-out' && isStopKnown(run, message)));
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

/** Where the rules take no word for STOP, only the provider's refusal tells of it. */
function isStopKnown(run: Run, { address, conversation, receivedAt }: Message): boolean {
  if (!rulesFor(run, conversation).optOutWords.standard) return false;
  const phone = address.kind === 'phone' ? address.phone : '';
  return run.world.phones
    .messages(phone)
    .some(
      ({ text, status, at }) => text === 'STOP' && status === 'delivered' && Date.parse(at) < receivedAt - CLOCK_MS,
    );
}
