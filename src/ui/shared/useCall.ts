import { useCallback, useState } from 'react';
import type { Answer } from '../../contract/calls';
import { answered, type Asked, type Refusal } from './ask';

export type Call = {
  readonly busy: boolean;
  /** Of the latest attempt. */
  readonly refusal?: Refusal;
  readonly run: <View>(asked: Promise<Answer<View>>) => Promise<Asked<View>>;
  /** Forgets the refusal. */
  readonly clear: () => void;
};

/** One action of a screen: whether it is under way and how it was refused. */
export function useCall(): Call {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const run = useCallback(async <View>(asked: Promise<Answer<View>>): Promise<Asked<View>> => {
    setBusy(true);
    setRefusal(undefined);
    const answer = await answered(asked);
    setBusy(false);
    if (!answer.ok) setRefusal(answer.error);
    return answer;
  }, []);
  const clear = useCallback(() => setRefusal(undefined), []);
  return { busy, run, clear, ...(refusal && { refusal }) };
}
