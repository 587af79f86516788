import {
  Button,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
  Stack,
  Text,
} from '@forge/react';
import type { Call } from './useCall';
import { RefusalNote } from './RefusalNote';
import { useSay } from './useSay';

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
export const Confirm = ({ open, title, text, run, action, confirm, close }: Props) => {
  const say = useSay();
  return (
    <ModalTransition>
      {open && (
        <Modal onClose={close} width="small">
          <ModalHeader>
            <ModalTitle appearance="warning">{title}</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <Stack space="space.100">
              <Text>{text}</Text>
              <RefusalNote refusal={action.refusal} />
            </Stack>
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={close}>
              {say('screen.cancel')}
            </Button>
            <LoadingButton appearance="warning" isLoading={action.busy} onClick={confirm}>
              {run}
            </LoadingButton>
          </ModalFooter>
        </Modal>
      )}
    </ModalTransition>
  );
};
