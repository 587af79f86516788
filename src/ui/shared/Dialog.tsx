import type { ReactNode } from 'react';
import {
  Button,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  Stack,
  type ButtonProps,
} from '@forge/react';
import { useSay } from './useSay';

type Props = {
  readonly title: string;
  readonly width?: 'small' | 'medium' | 'large';
  /** What it asks cannot be taken back. */
  readonly isWarning?: boolean;
  readonly close: () => void;
  readonly buttons: ReactNode;
  readonly children: ReactNode;
};

/** The frame of every dialogue. It stands in a `ModalTransition` that is always there, so that its closing is seen. */
export const Dialog = ({ title, width = 'small', isWarning = false, close, buttons, children }: Props) => (
  <Modal onClose={close} width={width}>
    <ModalHeader>
      <ModalTitle {...(isWarning && { appearance: 'warning' as const })}>{title}</ModalTitle>
    </ModalHeader>
    <ModalBody>
      <Stack space="space.150">{children}</Stack>
    </ModalBody>
    <ModalFooter>{buttons}</ModalFooter>
  </Modal>
);

type Choice = {
  /** What the button says that does it. */
  readonly run: string;
  readonly isBusy: boolean;
  readonly isDisabled?: boolean;
  readonly appearance?: Extract<ButtonProps['appearance'], 'primary' | 'warning'>;
  readonly confirm: () => void;
  readonly cancel: () => void;
};

/** *Cancel*, and the one thing the dialogue is for. */
export const CancelOr = ({ run, isBusy, isDisabled = false, appearance = 'primary', confirm, cancel }: Choice) => {
  const say = useSay();
  return (
    <>
      <Button appearance="subtle" onClick={cancel}>
        {say('screen.cancel')}
      </Button>
      <LoadingButton appearance={appearance} isLoading={isBusy} isDisabled={isDisabled} onClick={confirm}>
        {run}
      </LoadingButton>
    </>
  );
};
