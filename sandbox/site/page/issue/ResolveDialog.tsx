import Button from '@atlaskit/button/new';
import { Label } from '@atlaskit/form';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import type { Transition } from '../api/jira';
import { Refused } from '../shared/Refused';

type Screen = { readonly resolution: string; readonly comment?: string };
type Parts = {
  /** Absent: the dialog is closed. */
  readonly transition: Transition | undefined;
  readonly busy: boolean;
  readonly error: string | undefined;
  readonly close: () => void;
  readonly resolve: (transition: Transition, screen: Screen) => Promise<void>;
};

/** Jira's Resolve screen: a resolution, and a comment the customer gets with it. */
export const ResolveDialog = (parts: Parts) => (
  <ModalTransition>{parts.transition && <Dialog {...parts} transition={parts.transition} />}</ModalTransition>
);

function Dialog({ transition, busy, error, close, resolve }: Parts & { readonly transition: Transition }) {
  const [resolution, setResolution] = useState('Done');
  const [comment, setComment] = useState('');
  const screen = { resolution, ...(comment.trim() && { comment }) };
  return (
    <Modal onClose={close} width="medium">
      <ModalHeader hasCloseButton>
        <ModalTitle>Resolve this request</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Refused error={error} />
        <Label htmlFor="resolution">Resolution</Label>
        <select
          id="resolution"
          className="plain-select"
          value={resolution}
          onChange={(event) => setResolution(event.target.value)}
        >
          <option>Done</option>
          <option>{"Won't Do"}</option>
        </select>
        <Label htmlFor="resolve-comment">Respond to customer</Label>
        <TextArea
          id="resolve-comment"
          minimumRows={4}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={close}>
          Cancel
        </Button>
        <Button appearance="primary" isLoading={busy} onClick={() => void resolve(transition, screen)}>
          {transition.name}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
