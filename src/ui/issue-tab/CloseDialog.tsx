import { useState } from 'react';
import { HelperMessage, Label, ModalTransition, Stack, Text, TextArea, Textfield } from '@forge/react';
import { CancelOr, Dialog } from '../shared/Dialog';
import { textOf } from '../shared/events';
import { RefusalNote } from '../shared/RefusalNote';
import { useSay } from '../shared/useSay';
import type { Order } from './useOrder';

type Props = {
  readonly order: Order;
  /** Where closing moves the request to. */
  readonly status: string | undefined;
};

/** Closes the conversation, with a closing note for those who read it later. The note may stay empty. */
export const CloseDialog = ({ order, status }: Props) => (
  <ModalTransition>{order.asking?.kind === 'note' && <OpenDialog order={order} status={status} />}</ModalTransition>
);

const OpenDialog = ({ order, status }: Props) => {
  const say = useSay();
  const [category, setCategory] = useState('');
  const [summary, setSummary] = useState('');
  const note = { ...(category.trim() !== '' && { category }), ...(summary.trim() !== '' && { summary }) };
  const buttons = (
    <CancelOr
      run={say('closing.run')}
      isBusy={order.call.busy}
      confirm={() => void order.close(note)}
      cancel={order.cancel}
    />
  );
  return (
    <Dialog title={say('closing.title')} width="medium" close={order.cancel} buttons={buttons}>
      <Text>
        {say('closing.what-happens')} {status === undefined ? say('closing.stays') : say('closing.moves', { status })}
      </Text>
      <Stack space="space.050">
        <Label labelFor="closing-category">{say('closing.category')}</Label>
        <Textfield
          id="closing-category"
          name="category"
          maxLength={80}
          onChange={(event) => setCategory(textOf(event))}
        />
      </Stack>
      <Stack space="space.050">
        <Label labelFor="closing-summary">{say('closing.summary')}</Label>
        <TextArea
          id="closing-summary"
          name="summary"
          minimumRows={4}
          maxLength={2_000}
          onChange={(event) => setSummary(textOf(event))}
        />
        <HelperMessage>{say('closing.summary-help')}</HelperMessage>
      </Stack>
      <RefusalNote refusal={order.call.refusal} />
    </Dialog>
  );
};
