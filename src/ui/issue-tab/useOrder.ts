import { useState } from 'react';
import type { ActionName } from '../../contract/views';
import { ask, type Asked } from '../shared/ask';
import { useCall, type Call } from '../shared/useCall';

/** Which question stands open: the closing note, whether to block the customer, or whether the other active conversation may be paused. */
type Asking = { readonly kind: 'note' | 'block' } | { readonly kind: 'pause-other'; readonly name: ActionName };

export type Order = {
  readonly call: Call;
  /** The latest action that was given. */
  readonly running?: ActionName;
  readonly asking?: Asking;
  /** The agent pressed the button: gives the order, or asks first. */
  readonly press: (name: ActionName) => void;
  readonly close: (note: { readonly category?: string; readonly summary?: string }) => Promise<void>;
  readonly block: () => Promise<void>;
  readonly pauseOther: () => Promise<void>;
  /** Leaves the open question without an answer. */
  readonly cancel: () => void;
};

/** Gives the conversation the orders of the buttons. What it became is loaded after each, also after a refused one. */
export function useOrder(done: () => Promise<void>): Order {
  const call = useCall();
  const [running, setRunning] = useState<ActionName>();
  const [asking, setAsking] = useState<Asking>();
  const give = async (name: ActionName, asked: ReturnType<typeof simply>): Promise<void> => {
    setRunning(name);
    const answer = await call.run(asked);
    setAsking((open) => nextQuestion(open, name, answer));
    await done();
  };
  const press = (name: ActionName): void => {
    const question = QUESTIONS[name];
    if (!question) return void give(name, simply(name));
    call.clear();
    setAsking({ kind: question });
  };
  const pauseOther = async (): Promise<void> => {
    if (asking?.kind === 'pause-other') await give(asking.name, andPause(asking.name));
  };
  return {
    call,
    press,
    pauseOther,
    block: () => give('blockContact', simply('blockContact')),
    close: (note) => give('closeConversation', ask('closeConversation', note)),
    cancel: () => {
      call.clear();
      setAsking(undefined);
    },
    ...(running && { running }),
    ...(asking && { asking }),
  };
}

/** A question is settled by success; `another-active` asks one; any other refusal is told where the question stands. */
function nextQuestion(open: Asking | undefined, name: ActionName, answer: Asked<unknown>): Asking | undefined {
  if (answer.ok) return undefined;
  return answer.error.code === 'another-active' ? { kind: 'pause-other', name } : open;
}

/** What is asked before an order is given. */
const QUESTIONS: Partial<Record<ActionName, 'note' | 'block'>> = { closeConversation: 'note', blockContact: 'block' };

const simply = (name: ActionName) => ask(name, {});
const andPause = (name: ActionName) =>
  name === 'reopenConversation' ? ask(name, { pauseOther: true }) : ask('activateConversation', { pauseOther: true });
