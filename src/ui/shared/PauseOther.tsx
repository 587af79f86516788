import { Link, ModalTransition, Text } from '@forge/react';
import { CancelOr, Dialog } from './Dialog';
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
export const PauseOther = ({ open, issueKey, action, confirm, cancel }: Props) => {
  const say = useSay();
  const buttons = <CancelOr run={say('pause-other.run')} isBusy={action.busy} confirm={confirm} cancel={cancel} />;
  return (
    <ModalTransition>
      {open && (
        <Dialog title={say('pause-other.title')} close={cancel} buttons={buttons}>
          {issueKey === undefined ? (
            <Text>{say('pause-other.text-unnamed')}</Text>
          ) : (
            <Text>
              {say('pause-other.text')} <Link href={`/browse/${issueKey}`}>{issueKey}</Link>
            </Text>
          )}
          <Text>{say('pause-other.question')}</Text>
          {action.refusal?.code !== 'another-active' && <RefusalNote refusal={action.refusal} />}
        </Dialog>
      )}
    </ModalTransition>
  );
};
