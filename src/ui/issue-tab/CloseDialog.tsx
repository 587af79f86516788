import { useState } from 'react';
import { ModalTransition, Text, TextArea, Textfield } from '@forge/react';
import { CancelOr, Dialog } from '../shared/Dialog';
import { textOf } from '../shared/events';
import { Labelled } from '../shared/Labelled';
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
      <Labelled id="closing-category" label={say('closing.category')}>
        <Textfield
          id="closing-category"
          name="category"
          maxLength={80}
          onChange={(event) => setCategory(textOf(event))}
        />
      </Labelled>
      <Labelled id="closing-summary" label={say('closing.summary')} help={say('closing.summary-help')}>
        <TextArea
          id="closing-summary"
          name="summary"
          minimumRows={4}
          maxLength={2_000}
          onChange={(event) => setSummary(textOf(event))}
        />
      </Labelled>
      <RefusalNote refusal={order.call.refusal} />
    </Dialog>
  );
};
