import type { Copy } from '../../domain/conversation';
import type { EffectResult } from '../../domain/effectResult';
import type { Said } from '../../domain/text/timeLine';
import { isExtended } from '../../jira/adfText';
import type { CopyMarker } from '../../jira/marker';
import { compose, type Composition, type Place } from '../../jira/compose';
import { saidIn } from './copied';
import type { Run } from './run';

type Messages = Run['messages'];
type CopyComment = NonNullable<Copy['comment']>;

/** Texts in the order in which they were said: webhooks come in any order. */
function saidBy([first, ...rest]: Messages): readonly [Said, ...Said[]] {
  const [earliest = first, ...later] = [first, ...rest].toSorted(
    (one, other) => one.at - other.at || one.sequence - other.sequence,
  );
  return [saidIn(earliest), ...later.map(saidIn)];
}

/** The messages as a document of their own: as many as it holds. What is too long for one goes by the order of arrival, as the cursor does. */
export function composed(messages: Messages, timeZone: string): Composition {
  const whole = compose(saidBy(messages), { timeZone });
  if (whole.taken === messages.length) return whole;
  const [first, ...rest] = messages;
  return compose([saidIn(first), ...rest.map(saidIn)], { timeZone });
}

/** The messages after what is there: all of them, or none, so that what was said together stays in its order. */
export function joined(messages: Messages, place: Required<Place>): Composition | undefined {
  const whole = compose(saidBy(messages), place);
  return whole.taken === messages.length ? whole : undefined;
}

/** How many messages of a run are in Jira now, and when the newest of them was written. */
export type Taken = { readonly taken: number; readonly lastAt: number };

/** The cursor after so many messages of the run. */
export function upToOf(run: Run, { taken }: Taken): number {
  const last = run.messages[taken - 1] ?? run.messages[0];
  return taken >= run.messages.length ? run.upTo : last.sequence;
}

/** The cursor after these messages, and the comment that the next ones may join. */
export function copied(run: Run, taken: Taken, written: Omit<CopyComment, 'lastAt'>): EffectResult {
  const comment = { ...written, lastAt: taken.lastAt };
  return { kind: 'mirrored', upTo: upToOf(run, taken), copy: { phase: 'comments', comment } };
}

/** What the marker of a description or comment says that it tells of this run: also of messages that have moved on since. */
export function takenBy({ conversation, messages }: Run, marker: CopyMarker | undefined): Taken | undefined {
  if (marker?.conversation !== conversation.id) return undefined;
  const taken = messages.filter(({ sequence }) => sequence <= marker.upTo);
  const last = taken.at(-1);
  return last && { taken: taken.length, lastAt: last.at };
}

/** As `plainText` tells it of a document: files count as `[file]`. */
const withFile = ({ text, file }: Said): string => (file ? `${text}\n[file]` : text);
/** A file may have arrived since the text was written. */
const TELLINGS = [withFile, ({ text }: Said): string => text];

/**
 * Did an earlier start, whose answer was lost, add the first messages of this run? Then the text is what we knew plus
 * exactly those messages.
 */
export function alreadyAdded(run: Run, doc: unknown, knownHash: string): Taken | undefined {
  const [first, ...rest] = run.messages;
  for (let taken = run.messages.length; taken > 0; taken -= 1) {
    const said = saidBy([first, ...rest.slice(0, taken - 1)]);
    const isThere = TELLINGS.some((telling) => isExtended(doc, knownHash, said.map(telling)));
    if (isThere) return { taken, lastAt: said.at(-1)?.at ?? first.at };
  }
  return undefined;
}
