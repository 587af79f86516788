import { makeInvoke } from '@forge/bridge';
import type { Answer, CallErrorCode, CallName, Input } from '../../contract/calls';
import type { Views } from '../../contract/views';

type Calls = { [Name in CallName]: (input: Input<Name>) => Promise<Answer<Views[Name]>> };

/** `no-answer`: the call may or may not have been carried out. */
export type Refusal = {
  readonly code: CallErrorCode | 'no-answer';
  readonly message: string;
  /** The other request that it is about. */
  readonly issueKey?: string;
  /** What is wrong with which field of the input, by its path. */
  readonly faults?: Readonly<Record<string, CallErrorCode>>;
};
export type Asked<View> =
  { readonly ok: true; readonly output: View } | { readonly ok: false; readonly error: Refusal };

/** A call of the contract, straight to the resolver. Rejects when no answer comes: put `answered` around it. */
export const ask = makeInvoke<Calls>();

/** Turns a call that got no answer into a refusal that screens can show. */
export async function answered<View>(asked: Promise<Answer<View>>): Promise<Asked<View>> {
  try {
    return await asked;
  } catch (error) {
    return { ok: false, error: { code: 'no-answer', message: String(error) } };
  }
}
