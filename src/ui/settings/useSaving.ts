import { useState } from 'react';
import type { Answer } from '../../contract/calls';
import { useCall, type Call } from '../shared/useCall';

export type Saving = {
  readonly call: Call;
  /** The latest save went through and nothing was edited since. */
  readonly saved: boolean;
  /** True when it was saved. */
  readonly save: (asked: () => Promise<Answer<unknown>>) => Promise<boolean>;
  readonly edited: () => void;
};

/** Somebody else was quicker: what they saved is to be seen. */
const THEIRS: readonly string[] = ['changed-meanwhile', 'theirs-shown'];

/** Saves one setting, shows how that went, and loads the page anew; also where somebody else was quicker. */
export function useSaving(refresh: () => Promise<void>): Saving {
  const call = useCall();
  const [saved, setSaved] = useState(false);
  const save = async (asked: () => Promise<Answer<unknown>>): Promise<boolean> => {
    setSaved(false);
    const answer = await call.run(asked());
    if (answer.ok || THEIRS.includes(answer.error.code)) await refresh();
    if (!answer.ok) return false;
    setSaved(true);
    return true;
  };
  const edited = (): void => {
    setSaved(false);
    call.clear();
  };
  return { call, saved, save, edited };
}
