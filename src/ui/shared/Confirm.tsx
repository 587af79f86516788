import { ModalTransition, Text } from '@forge/react';
import { CancelOr, Dialog } from './Dialog';
import type { Call } from './useCall';
import { RefusalNote } from './RefusalNote';

type Props = {
  readonly open: boolean;
  readonly title: string;
  readonly text: string;
  /** What the button says that does it. */
  readonly run: string;
  readonly action: Call;
  readonly confirm: () => void;
  readonly close: () => void;
};

/** Asks before something that people would miss. Stays open, with the reason, when it is refused. */
export const Confirm = ({ open, title, text, run, action, confirm, close }: Props) => (
  <ModalTransition>
    {open && (
      <Dialog
        title={title}
        isWarning
        close={close}
        buttons={<CancelOr run={run} isBusy={action.busy} appearance="warning" confirm={confirm} cancel={close} />}
      >
        <Text>{text}</Text>
        <RefusalNote refusal={action.refusal} />
      </Dialog>
    )}
  </ModalTransition>
);
