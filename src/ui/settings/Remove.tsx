import { useState } from 'react';
import { Button, type ButtonProps } from '@forge/react';
import type { Answer } from '../../contract/calls';
import { Confirm } from '../shared/Confirm';
import { useCall } from '../shared/useCall';
import { useSay } from '../shared/useSay';

type Props = {
  /** What the button says that asks. */
  readonly label: string;
  readonly spacing?: NonNullable<ButtonProps['spacing']>;
  readonly title: string;
  readonly text: string;
  readonly remove: () => Promise<Answer<unknown>>;
  readonly refresh: () => Promise<void>;
};

/** A button that removes something after asking. */
export const Remove = ({ label, spacing = 'default', title, text, remove, refresh }: Props) => {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const removing = useCall();
  const confirm = async (): Promise<void> => {
    const answer = await removing.run(remove());
    if (!answer.ok) return;
    setOpen(false);
    await refresh();
  };
  const close = (): void => {
    removing.clear();
    setOpen(false);
  };
  return (
    <>
      <Button appearance="subtle" spacing={spacing} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Confirm
        run={say('settings.remove.run')}
        open={open}
        title={title}
        text={text}
        action={removing}
        confirm={() => void confirm()}
        close={close}
      />
    </>
  );
};
