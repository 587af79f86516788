import { useState } from 'react';
import { useSite } from './site';
import { wordsOfError } from './useLoaded';

export type Action<Args extends readonly unknown[]> = {
  readonly run: (...args: Args) => Promise<boolean>;
  readonly busy: boolean;
  readonly error?: string;
};

/** Something a person does once at a time: busy while it runs, its refusal kept to be shown. Resolves to whether it worked. */
export function useAction<Args extends readonly unknown[]>(act: (...args: Args) => Promise<unknown>): Action<Args> {
  const { touch } = useSite();
  const [state, setState] = useState<{ busy: boolean; error?: string }>({ busy: false });
  const run = async (...args: Args) => {
    setState({ busy: true });
    try {
      await act(...args);
      setState({ busy: false });
      return true;
    } catch (error) {
      setState({ busy: false, error: wordsOfError(error) });
      return false;
    } finally {
      touch();
    }
  };
  return { run, ...state };
}
