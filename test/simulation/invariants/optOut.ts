import type { PhoneMessage } from '../../../sandbox/phones';
import type { Invariant, Run } from '../books';
import { DESKS } from '../people';
import { isOurs, recordsOf, textOfMessage } from '../records';
import { CLOCK_MS } from './outbound';

/**
 * From a minute after a STOP that we have taken or that stands as a row, until a START, nothing of ours comes to that phone on
 * that channel; nor on WhatsApp to the phone that its owner took after that.
 */
export const stopIsHeeded: Invariant = {
  name: 'nothing is sent to a customer who opted out',
  broken: (run) =>
    run.world.phones.list().flatMap((phone) => {
      const said = [...saidBefore(run, phone), ...saidOn(run, phone)];
      return run.world.phones.messages(phone).flatMap((message) => {
        if (!isOurs(message)) return [];
        const at = Date.parse(message.at);
        const last = said.findLast(
          (one) =>
            isWord(run, one.message, message) &&
            Date.parse(one.message.at) < at &&
            (message.channel === 'sms' || isOnePerson(run, phone)) &&
            (one.phone === phone || message.channel === 'whatsapp'),
        );
        const isStopped = last !== undefined && !isTakenBack(last, said) && (heardAt(run, last) ?? at) < at - 60_000;
        return isStopped ? [`${message.text ?? ''} came after STOP`] : [];
      });
    }),
};

/** Meta tells whole seconds and Twilio none: of two words so close together nobody can tell which was the last. */
const SAME_MS = 2_000;

/** The last word is START, or may be. */
const isTakenBack = ({ message }: Said, said: readonly Said[]): boolean =>
  said.some(
    (one) => one.message.text === 'START' && Math.abs(Date.parse(one.message.at) - Date.parse(message.at)) < SAME_MS,
  );

type Said = { readonly phone: string; readonly message: PhoneMessage };

const saidOn = ({ world }: Run, phone: string): readonly Said[] =>
  world.phones.messages(phone).map((message) => ({ phone, message }));

/** What the owner of this phone had said on WhatsApp on the one before, when they changed; the change is taken by then. */
function saidBefore(run: Run, phone: string): readonly Said[] {
  const before = run.books.phoneBefore.get(phone);
  if (!before || !isFollowed(run, phone)) return [];
  return saidOn(run, before.phone).filter(
    (one) =>
      one.message.channel === 'whatsapp' &&
      Date.parse(one.message.at) < before.at &&
      (heardAt(run, one) ?? before.at) < before.at,
  );
}

/** Did the app hear of the change: is this phone one of the contact who had the other? */
const isFollowed = ({ world, books }: Run, phone: string): boolean =>
  books.leftSince.get(books.phoneBefore.get(phone)?.phone ?? '') !== undefined &&
  recordsOf(world).contacts.some(({ addresses }) =>
    addresses.some((one) => one.kind === 'phone' && one.phone === phone),
  );

/** When we answered that we have it, or when its row was written: whoever was told no 200 may still have been heard. */
function heardAt(run: Run, { phone, message: { deliveredAt, text, at } }: Said): number | undefined {
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

/** A customer whom WhatsApp names by a user id alone, on this phone or one before it, is somebody else than the phone that texted STOP: nobody can know better. */
function isOnePerson({ story, books }: Run, phone: string): boolean {
  const theirs = phonesUpTo(books, phone);
  return !story.steps.some(
    (step) =>
      step.kind === 'writes' &&
      step.identity === 'user-id' &&
      theirs.includes(books.written.get(step.token)?.phone ?? ''),
  );
}

/** The phone and those that its owner had before it. */
function phonesUpTo(books: Run['books'], phone: string): readonly string[] {
  const before = books.phoneBefore.get(phone)?.phone;
  return before === undefined ? [phone] : [phone, ...phonesUpTo(books, before)];
}
