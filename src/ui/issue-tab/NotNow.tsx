import { SectionMessage, SectionMessageAction, Text } from '@forge/react';
import { useSay } from '../shared/useSay';
import { isOpen } from './windowLine';
import type { ChosenWay } from './useWay';
import type { Way } from './ways';

type Props = { readonly chosen: ChosenWay; readonly blocked: string; readonly now: number };

/** Why nothing can be sent this way, and the way that can be taken instead (X13). It is never taken by itself. */
export const NotNow = ({ chosen: { way, ways, choose }, blocked, now }: Props) => {
  const say = useSay();
  const other = ways.find((one) => one.channel !== way.channel && mayTake(one, now));
  const actions = other && [
    <SectionMessageAction key={other.key} onClick={() => choose(other.key)}>
      {say('composer.send-instead', { channel: say(`channel.${other.channel}`) })}
    </SectionMessageAction>,
  ];
  return (
    <SectionMessage appearance="warning" {...(actions && { actions })}>
      <Text>{blocked}</Text>
    </SectionMessage>
  );
};

const mayTake = ({ blocked, window }: Way, now: number): boolean => !blocked && isOpen(window, now);
