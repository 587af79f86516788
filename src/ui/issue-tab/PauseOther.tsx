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
import { RefusalNote } from '../shared/RefusalNote';
import { useSay } from '../shared/useSay';
import type { Order } from './useOrder';

/** A customer has one active conversation: asks whether the other one may be paused for this one. */
export const PauseOther = ({ order }: { readonly order: Order }) => (
  <ModalTransition>
    {order.asking?.kind === 'pause-other' && <Question order={order} issueKey={order.asking.issueKey} />}
  </ModalTransition>
);

const Question = ({ order, issueKey }: { readonly order: Order; readonly issueKey: string }) => {
  const say = useSay();
  const { call } = order;
  return (
    <Modal onClose={order.cancel} width="small">
      <ModalHeader>
        <ModalTitle>{say('pause-other.title')}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack space="space.100">
          <Text>
            {say('pause-other.text')} <Link href={`/browse/${issueKey}`}>{issueKey}</Link>
          </Text>
          <Text>{say('pause-other.question')}</Text>
          {call.refusal?.code !== 'another-active' && <RefusalNote refusal={call.refusal} />}
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={order.cancel}>
          {say('screen.cancel')}
        </Button>
        <LoadingButton appearance="primary" isLoading={call.busy} onClick={() => void order.pauseOther()}>
          {say('pause-other.run')}
        </LoadingButton>
      </ModalFooter>
    </Modal>
  );
};
