import type { PhoneMessage } from '../../../sandbox/phones';
import type { Invariant, Run } from '../books';
import { DESKS } from '../people';
import { recordsOf, rulesAtDesk, rulesFor, textOfMessage } from '../records';

const MINUTE = 60_000;
/** The app's clock may step by so much, forward and back. */
const CLOCK_MS = 4 * MINUTE;
const MOST_A_DAY = 5;

/** Held against the phones: what a customer gets by itself from a desk. */
export const automaticTextsCoolDown: Invariant = {
  name: 'an automatic text is not said again before it has cooled down, and not more than five a day',
  broken(run) {
    // Who shows the number in one message and hides it in the next is two people.
    if (run.story.steps.some((step) => step.kind === 'writes' && step.identity)) return [];
    return DESKS.flatMap((desk) => {
      const { autoReply, outOfHours, windowClosing, coolDownMinutes } = rulesAtDesk(run, desk);
      const kinds = [autoReply, outOfHours, windowClosing.text.split('{')[0] ?? ''].filter((text) => text !== '');
      return run.world.phones.list().flatMap((phone) => {
        const people = peopleOf(run, phone);
        const got = (text: string) => timesOf(run.world.phones.messages(phone), text, [desk.whatsapp, desk.sms]);
        const hot = kinds.filter((text) => isWithin(got(text), people + 1, coolDownMinutes * MINUTE - CLOCK_MS));
        const all = kinds.flatMap(got).toSorted((one, other) => one - other);
        const isTooMany = isWithin(all, people * MOST_A_DAY + 1, 24 * 60 * MINUTE - CLOCK_MS);
        return [...hot.map((text) => `"${text}" again on ${phone}`), ...(isTooMany ? [`too many on ${phone}`] : [])];
      });
    });
  },
};

/** Who wrote from a new phone before WhatsApp told whose it is was taken for a stranger, and stays two people with a request each: each is told as much as anybody. */
const peopleOf = ({ world }: Run, phone: string): number =>
  Math.max(
    1,
    recordsOf(world).contacts.filter(({ addresses }) =>
      addresses.some((address) => address.kind === 'phone' && address.phone === phone),
    ).length,
  );

const timesOf = (shown: readonly PhoneMessage[], text: string, from: readonly string[]): readonly number[] =>
  shown
    .filter((one) => one.side === 'business' && from.includes(one.from) && one.text?.startsWith(text))
    .map(({ at }) => Date.parse(at));

/** Do so many of these times lie within the stretch? */
const isWithin = (times: readonly number[], count: number, ms: number): boolean =>
  times.some((at, index) => (times[index + count - 1] ?? Infinity) - at < ms);

/** An episode begins when a conversation is opened, reopened or activated. */
export const noticedOncePerEpisode: Invariant = {
  name: 'a status notice is told once an episode',
  broken(run) {
    const { messages, conversations } = recordsOf(run.world);
    return conversations.flatMap(({ id, tally }) => {
      const { statusNotices } = rulesFor(run, id);
      const activations = run.story.steps.filter(
        (step) => step.kind === 'orders' && step.call === 'activateConversation',
      );
      const episodes = 1 + (tally?.reopened ?? 0) + activations.length;
      return statusNotices.flatMap(({ text }) => {
        const begins = (text.en ?? '').split('{')[0] ?? '';
        const told = messages.filter(
          (one) => one.conversation === id && one.author.kind === 'notice' && textOfMessage(one).startsWith(begins),
        ).length;
        return told > episodes ? [`"${begins}" ${told} times in ${episodes} episodes of ${id}`] : [];
      });
    });
  },
};
