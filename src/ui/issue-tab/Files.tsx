import { Button, ErrorMessage, FilePicker, Inline, Stack, Text } from '@forge/react';
import { useSay } from '../shared/useSay';
import type { FilesRefusal } from './filesRefusal';
import type { PickedFiles } from './usePickedFiles';

type Props = {
  readonly files: PickedFiles;
  readonly refusal: FilesRefusal | undefined;
  readonly busy: boolean;
  /** The way carries files. */
  readonly offered: boolean;
};

/** The files that go with the message: chosen here, put on the request when it is sent. */
export const Files = ({ files, refusal, busy, offered }: Props) => {
  const say = useSay();
  return (
    <Stack space="space.050">
      {offered && !busy && (
        <FilePicker label={say('files.label')} description={say('files.hint')} onChange={files.pick} />
      )}
      {files.list.map((file, index) => (
        <Inline key={`${index} ${file.name}`} space="space.100" alignBlock="center">
          <Text>{file.name}</Text>
          <Button appearance="subtle" spacing="compact" isDisabled={busy} onClick={() => files.remove(file)}>
            {say('files.remove')}
          </Button>
        </Inline>
      ))}
      {refusal && <ErrorMessage>{say(refusal.key, refusal.values)}</ErrorMessage>}
    </Stack>
  );
};
