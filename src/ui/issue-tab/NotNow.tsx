import { SectionMessage, SectionMessageAction, Text } from '@forge/react';
import { useSay } from '../shared/useSay';
import { isOpen } from './windowLine';
import type { ChosenWay } from './useWay';
import type { Way } from './ways';

type Props = {
  readonly chosen: ChosenWay;
  readonly blocked: string;
  readonly now: number;
  readonly openTemplates: () => void;
};

/** Why nothing can be sent this way, and what can be done instead (X13): a template, another channel. Neither happens by itself. */
export const NotNow = ({ chosen: { way, ways, choose }, blocked, now, openTemplates }: Props) => {
  const say = useSay();
  const other = ways.find((one) => one.channel !== way.channel && mayTake(one, now));
  const actions = [
    ...(way.templates
      ? [
          <SectionMessageAction key="template" onClick={openTemplates}>
            {say('templates.offer')}
          </SectionMessageAction>,
        ]
      : []),
    ...(other
      ? [
          <SectionMessageAction key={other.key} onClick={() => choose(other.key)}>
            {say('composer.send-instead', { channel: say(`channel.${other.channel}`) })}
          </SectionMessageAction>,
        ]
      : []),
  ];
  return (
    <SectionMessage appearance="warning" {...(actions.length > 0 && { actions })}>
      <Text>{blocked}</Text>
    </SectionMessage>
  );
};

const mayTake = ({ blocked, window }: Way, now: number): boolean => !blocked && isOpen(window, now);
