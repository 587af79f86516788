import { useState } from 'react';
import { Stack, Text } from '@forge/react';
import { useSay } from '../shared/useSay';
import { blockedBy } from './blockedBy';
import { Editor } from './Editor';
import type { Time } from '../shared/clock';
import { NotNow } from './NotNow';
import { SendOutcome } from './SendOutcome';
import { Standing } from './Standing';
import { TemplateDialog } from './TemplateDialog';
import { languageSpoken } from './templateFilter';
import type { ShownConversation } from './useConversation';
import type { Draft } from './useDraft';
import type { ChosenWay } from './useWay';
import type { KeptTemplate } from './useTemplateDraft';
import { useSignature } from './useSignature';
import { windowLine } from './windowLine';

type Props = {
  readonly shown: ShownConversation;
  readonly time: Time;
  readonly chosen: ChosenWay;
  readonly draft: Draft;
  readonly template: KeptTemplate;
  readonly sent: () => Promise<void>;
};

/**
 * Where the agent answers: until when that is possible, or why it is not. What was typed stays on screen when sending
 * becomes impossible meanwhile.
 */
export const Reply = ({ shown, time, chosen, draft, template, sent }: Props) => {
  const say = useSay();
  const signed = useSignature(shown);
  const [isOpen, setOpen] = useState(false);
  const { way } = chosen;
  const blocked = blockedBy(way, time, say);
  const line = way.window && windowLine(way.window, time, say);
  return (
    <Stack space="space.100">
      <Standing shown={shown} time={time} />
      {blocked !== undefined && shown.state === 'active' && (
        <NotNow chosen={chosen} blocked={blocked} now={time.now} openTemplates={() => setOpen(true)} />
      )}
      <TemplateDialog
        open={isOpen}
        way={way}
        spoken={languageSpoken(shown.messages)}
        kept={template}
        sent={sent}
        close={() => setOpen(false)}
      />
      <SendOutcome draft={draft} hasRow={shown.messages.some(({ key }) => key === draft.outcome?.message)} />
      {(blocked === undefined || isBegun(draft)) && (
        <Editor chosen={chosen} draft={draft} blocked={blocked !== undefined} signed={signed} />
      )}
      {blocked === undefined && (
        <Stack space="space.025">
          {line !== undefined && <Text size="small">{line}</Text>}
          <Text size="small" color="color.text.subtle">
            {say(COMMENTS[shown.bridge.comments], { prefix: shown.bridge.prefix })}
          </Text>
        </Stack>
      )}
    </Stack>
  );
};

const isBegun = ({ text, quote, files }: Draft): boolean =>
  text !== '' || quote.message !== undefined || files.list.length > 0;

/** What becomes of the public comments that agents write in Jira (X2). */
const COMMENTS = {
  public: 'composer.comments-go-out',
  prefixed: 'composer.comments-prefixed',
  off: 'composer.comments-off',
} as const;
