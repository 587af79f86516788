import {
  Button,
  Link,
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
import { RefusalNote } from './RefusalNote';
import type { Call } from './useCall';
import { useSay } from './useSay';

type Props = {
  readonly open: boolean;
  /** The request of the other conversation, if it has one yet. */
  readonly issueKey: string | undefined;
  readonly action: Call;
  readonly confirm: () => void;
  readonly cancel: () => void;
};

/** A customer has one active conversation: asks whether the other one may be paused for this one. */
export const PauseOther = ({ open, ...question }: Props) => (
  <ModalTransition>{open && <Question {...question} />}</ModalTransition>
);

const Question = ({ issueKey, action, confirm, cancel }: Omit<Props, 'open'>) => {
  const say = useSay();
  return (
    <Modal onClose={cancel} width="small">
      <ModalHeader>
        <ModalTitle>{say('pause-other.title')}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack space="space.100">
          {issueKey === undefined ? (
            <Text>{say('pause-other.text-unnamed')}</Text>
          ) : (
            <Text>
              {say('pause-other.text')} <Link href={`/browse/${issueKey}`}>{issueKey}</Link>
            </Text>
          )}
          <Text>{say('pause-other.question')}</Text>
          {action.refusal?.code !== 'another-active' && <RefusalNote refusal={action.refusal} />}
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={cancel}>
          {say('screen.cancel')}
        </Button>
        <LoadingButton appearance="primary" isLoading={action.busy} onClick={confirm}>
          {say('pause-other.run')}
        </LoadingButton>
      </ModalFooter>
    </Modal>
  );
};
