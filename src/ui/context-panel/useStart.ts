import { useState } from 'react';
import { CONSENT_SOURCES, type ConsentSource } from '../../contract/consent';
import type { PanelView } from '../../contract/views';
import { ask } from '../shared/ask';
import { useCall, type Call } from '../shared/useCall';

export type Offer = Extract<PanelView, { kind: 'start' }>;
type Way = Offer['ways'][number];

export type Starting = {
  readonly call: Call;
  readonly isComplete: boolean;
  /** It was refused because of this customer's other active conversation. */
  readonly hasRival: boolean;
  readonly choose: (way: Way) => void;
  /** As it is typed. */
  readonly phone: string;
  readonly dial: (phone: string) => void;
  readonly agreed: (source: string | undefined) => void;
  readonly run: (pauseOther: boolean) => Promise<void>;
  /** Leaves the question about the other conversation without an answer. */
  readonly cancel: () => void;
};

/** What is filled in to start a conversation. */
export function useStart(ways: readonly Way[], started: () => Promise<void>): Starting {
  const call = useCall();
  const [way, choose] = useState(ways[0]);
  const [phone, setPhone] = useState('');
  const [consent, setConsent] = useState<ConsentSource>();
  const run = async (pauseOther: boolean): Promise<void> => {
    if (!way || !consent) return;
    const { channel, number } = way;
    const wish = { channel, number, phone: phone.trim(), consent, ...(pauseOther && { pauseOther }) };
    const answer = await call.run(ask('startConversation', wish));
    if (answer.ok) await started();
  };
  return {
    call,
    choose,
    phone,
    isComplete: way !== undefined && consent !== undefined && phone.trim() !== '',
    dial: (typed) => {
      setPhone(typed);
      call.clear();
    },
    agreed: (source) => setConsent(CONSENT_SOURCES.find((one) => one === source)),
    run,
    cancel: call.clear,
    hasRival: call.refusal?.code === 'another-active',
  };
}
