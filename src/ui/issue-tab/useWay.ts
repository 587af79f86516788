import { useState } from 'react';
import type { ShownConversation } from './useConversation';
import { waysOf, type Way } from './ways';

export type ChosenWay = {
  readonly way: Way;
  readonly ways: readonly Way[];
  readonly choose: (key: string) => void;
};

/** The way the next answer takes: the conversation's own, until the agent chooses another. One that is gone is not kept. */
export function useWay(shown: ShownConversation): ChosenWay {
  const [key, choose] = useState('own');
  const ways = waysOf(shown);
  return { ways, choose, way: ways.find((one) => one.key === key) ?? ways[0] };
}
