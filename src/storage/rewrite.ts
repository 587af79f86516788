import type { Operation, Ref, Store, Stored } from '../app/ports';
import { fail, ok, type Result } from '../domain/result';
import { revisionRef } from './keys';

/** So often a change is made anew because somebody else was quicker, or the store did not take it. */
const TRIES = 6;

/** What a change makes of a record, with what must be written along with it. Without a value the record goes. */
export type Rewritten = { readonly value?: Stored; readonly also?: readonly Operation[] };

/**
 * Changes a plain record that two people may change in the same instant: nobody's change is lost. Plain keys cannot be
 * compared, so an entity counts the changes, and one transaction writes both. `change` sees the record as it is and may be
 * asked again, also after a change of its own whose answer was lost; a failure leaves the record as it is.
 * @throws when the store does not take it.
 */
export async function rewrite<Failure>(
  store: Store,
  ref: Ref,
  change: (stored: Stored | undefined) => Result<Rewritten, Failure>,
): Promise<Result<void, Failure>> {
  let cause: unknown;
  for (let tries = 0; tries < TRIES; tries += 1) {
    // First the count, then the record: whoever changes it in between is noticed.
    const rev = await revisionOf(store, ref);
    const changed = change(await store.get(ref));
    if (!changed.ok) return fail(changed.failure);
    const { value, also = [] } = changed.value;
    const count: Operation = { kind: 'put', ref: revisionRef(ref), value: { rev: rev + 1 }, ifRev: rev };
    try {
      await store.transact([count, value ? { kind: 'put', ref, value } : { kind: 'delete', ref }, ...also]);
      return ok(undefined);
    } catch (refusal) {
      cause = refusal;
    }
  }
  throw new Error('a record could not be changed', { cause });
}

/** Made with the first change: no condition is ever put on a missing key. */
async function revisionOf(store: Store, ref: Ref): Promise<number> {
  const stored = await store.get(revisionRef(ref));
  if (!stored) await store.create(revisionRef(ref), { rev: 0 });
  const { rev } = stored ?? (await store.get(revisionRef(ref))) ?? {};
  if (typeof rev !== 'number') throw new Error('malformed revision');
  return rev;
}
