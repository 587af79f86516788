import { useEffect, useState } from 'react';
import { Button, LoadingButton, ModalTransition, Stack, Text } from '@forge/react';
import type { NumberTemplatesView, NumberView } from '../../contract/views';
import { ask } from '../shared/ask';
import { dateAndTime } from '../shared/clock';
import { Dialog } from '../shared/Dialog';
import { RefusalNote } from '../shared/RefusalNote';
import { useCall } from '../shared/useCall';
import { useSay } from '../shared/useSay';
import { useReader } from '../shared/Viewer';
import { TemplateTable } from './TemplateTable';

type Props = { readonly number: NumberView };

/** The message templates of a WhatsApp number with their status, as its provider lists them. Other numbers have none. */
export const NumberTemplates = ({ number }: Props) => {
  const say = useSay();
  const [open, setOpen] = useState(false);
  if (!number.channels.some(({ channel }) => channel === 'whatsapp')) return null;
  return (
    <>
      <Button appearance="subtle" spacing="compact" onClick={() => setOpen(true)}>
        {say('settings.templates.open')}
      </Button>
      <ModalTransition>{open && <Listed number={number} close={() => setOpen(false)} />}</ModalTransition>
    </>
  );
};

const Listed = ({ number, close }: Props & { readonly close: () => void }) => {
  const say = useSay();
  const call = useCall();
  const [list, setList] = useState<NumberTemplatesView>();
  const load = async (refresh: boolean): Promise<void> => {
    const answer = await call.run(ask('viewTemplates', { number: number.id, refresh }));
    if (answer.ok) setList(answer.output);
  };
  useEffect(() => void load(false), [number.id]);
  const buttons = (
    <>
      <LoadingButton isLoading={call.busy} onClick={() => void load(true)}>
        {say('settings.templates.refresh')}
      </LoadingButton>
      <Button appearance="primary" onClick={close}>
        {say('settings.templates.close')}
      </Button>
    </>
  );
  return (
    <Dialog
      title={say('settings.templates.title', { number: number.display })}
      width="large"
      close={close}
      buttons={buttons}
    >
      <Text>{say('settings.templates.lead')}</Text>
      <RefusalNote refusal={call.refusal} />
      {list ? <Known list={list} /> : !call.refusal && <Text>{say('templates.loading')}</Text>}
    </Dialog>
  );
};

/** The provider's list, when it was made, and whether there is more of it; or why there is none. */
const Known = ({ list: { templates, at, failure, isCut } }: { readonly list: NumberTemplatesView }) => {
  const say = useSay();
  const reader = useReader();
  if (failure !== undefined) return <Text>{failure === '' ? say('settings.templates.unlisted') : failure}</Text>;
  if (templates.length === 0) return <Text>{say('settings.templates.none')}</Text>;
  return (
    <Stack space="space.150">
      <TemplateTable templates={templates} />
      {isCut && <Text>{say('settings.templates.cut')}</Text>}
      {at !== undefined && (
        <Text size="small" color="color.text.subtlest">
          {say('settings.templates.listed', { at: dateAndTime(Date.parse(at), reader) })}
        </Text>
      )}
    </Stack>
  );
};
