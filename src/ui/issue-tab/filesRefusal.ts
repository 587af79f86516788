import type { ComposerView } from '../../contract/views';
import type { PickedFile } from './usePickedFiles';

export type FilesRefusal = { readonly key: string; readonly values?: Readonly<Record<string, string | number>> };

/** Why these files cannot go this way, told before any of them is put on the request (X12). */
export function filesRefusal(
  list: readonly PickedFile[],
  way: Pick<ComposerView, 'files'> & { readonly channel: string },
): FilesRefusal | undefined {
  if (list.length === 0) return undefined;
  if (!way.files) return { key: way.channel === 'sms' ? 'blocked.sms-text-only' : 'blocked.files-off' };
  if (list.length > way.files.most) return { key: 'blocked.too-many-files' };
  const { maxBytes } = way.files;
  const large = list.find(({ size }) => size > maxBytes);
  return large && { key: 'files.too-large', values: { name: large.name, megabytes: Math.floor(maxBytes / 1_000_000) } };
}
