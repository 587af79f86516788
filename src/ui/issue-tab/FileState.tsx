import { ErrorMessage, Inline, Link, LoadingButton, Spinner, Stack, Text } from '@forge/react';
import type { FileView } from '../../contract/messageViews';
import { ask } from '../shared/ask';
import { RefusalNote } from '../shared/RefusalNote';
import { useCall } from '../shared/useCall';
import { useSay } from '../shared/useSay';

type Props = { readonly file: FileView; readonly message: string; readonly fetched: () => Promise<void> };

/** The customer's file: open it, wait for it, or have it fetched. */
export const FileState = ({ file, message, fetched }: Props) => {
  const say = useSay();
  if (file.state === 'there')
    return (
      <Inline space="space.100" alignBlock="center">
        <Link href={file.href} openNewTab>
          {file.name}
        </Link>
        <Text size="small" color="color.text.subtlest">
          {sizeOf(file.size)}
        </Text>
      </Inline>
    );
  if (file.state === 'missing') return <Missing reason={file.reason} message={message} fetched={fetched} />;
  return (
    <Inline space="space.100" alignBlock="center">
      <Spinner size="small" label={say('file.on-its-way')} />
      <Text size="small" color="color.text.subtle">
        {say('file.on-its-way')}
      </Text>
    </Inline>
  );
};

type MissingProps = Omit<Props, 'file'> & { readonly reason: string };

/** Nothing failed: nobody waited for it. */
const LEFT = 'unwanted';

const Missing = ({ reason, message, fetched }: MissingProps) => {
  const say = useSay();
  const call = useCall();
  const wasLeft = reason === LEFT;
  const said = say('file.not-downloaded', { reason: say.code('missing', reason) });
  const fetch = async (): Promise<void> => {
    await call.run(ask('fetchFileAgain', { message }));
    await fetched();
  };
  return (
    <Stack space="space.050">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        {wasLeft ? (
          <Text size="small" color="color.text.subtle">
            {said}
          </Text>
        ) : (
          <ErrorMessage>{said}</ErrorMessage>
        )}
        <LoadingButton spacing="compact" isLoading={call.busy} onClick={() => void fetch()}>
          {say(wasLeft ? 'file.download' : 'file.again')}
        </LoadingButton>
      </Inline>
      <RefusalNote refusal={call.refusal} />
    </Stack>
  );
};

const KB = 1_024;

/** `12 KB`, `3.4 MB`: as file managers tell it. */
export function sizeOf(bytes: number): string {
  if (bytes < KB * KB) return `${Math.max(1, Math.round(bytes / KB))} KB`;
  return `${(bytes / KB / KB).toFixed(1)} MB`;
}
