import type { EffectResult } from '../../domain/event';
import type { Said } from '../../domain/text/timeLine';
import { isExtended } from '../../jira/adfText';
import { saidIn } from './copied';
import type { Run } from './run';

/** A run's messages as texts. */
export function saidBy({ messages: [first, ...rest] }: Run): readonly [Said, ...Said[]] {
  return [saidIn(first), ...rest.map(saidIn)];
}

/** How many messages of a run are in Jira now, and when the newest of them was written. */
export type Taken = { readonly taken: number; readonly lastAt: number };

/** The cursor after so many messages of the run. */
export function upToOf(run: Run, { taken }: Taken): number {
  const last = run.messages[taken - 1] ?? run.messages[0];
  return taken >= run.messages.length ? run.upTo : last.sequence;
}

/** The cursor after these messages, and the comment that the next ones may join. */
export function copied(run: Run, taken: Taken, { id, hash }: { id: string; hash: string }): EffectResult {
  const comment = { id, hash, lastAt: taken.lastAt };
  return { kind: 'mirrored', upTo: upToOf(run, taken), copy: { phase: 'comments', comment } };
}

/**
 * Did an earlier start, whose answer was lost, add the first messages of this run? Then the text is what we knew plus
 * exactly those messages.
 */
export function alreadyAdded(run: Run, doc: unknown, knownHash: string): Taken | undefined {
  const texts = saidBy(run);
  for (let taken = texts.length; taken > 0; taken -= 1) {
    const added = texts.slice(0, taken);
    if (
      isExtended(
        doc,
        knownHash,
        added.map(({ text }) => text),
      )
    )
      return { taken, lastAt: added.at(-1)?.at ?? 0 };
  }
  return undefined;
}
