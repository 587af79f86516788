import type { Account } from '../account';
import type { Said } from '../sentFile';
import { ERRORS, type MetaError } from './errors';
import { templateWords } from './templates';

/** What a send says. */
export type Words = Said & { readonly text: string };

/** Reads the part of a send that is named by its `type`. */
export function wordsOf(account: Account, body: Record<string, unknown>): Words | MetaError {
  const type = body.type ?? 'text';
  if (type === 'template') {
    const said = templateWords(account, body.template);
    return 'http' in said ? said : { text: '', ...said };
  }
  if (isFile(type)) return fileWords(type, body[type]);
  if (type !== 'text') return ERRORS.type;
  const text = field(body.text, 'body');
  if (!text) return ERRORS.missing;
  return text.length > 4096 ? ERRORS.tooLong : { text };
}

const FILES = ['image', 'video', 'audio', 'document', 'sticker'] as const;
type FileType = (typeof FILES)[number];
const isFile = (type: unknown): type is FileType => FILES.some((one) => one === type);

function fileWords(kind: FileType, part: unknown): Words | MetaError {
  const [link, caption, fileName] = [field(part, 'link'), field(part, 'caption'), field(part, 'filename')];
  if (!link) return ERRORS.missing;
  const isVoice = kind === 'audio' && (part as { voice?: unknown }).voice === true;
  return {
    text: '',
    file: { kind: isVoice ? 'voice' : kind, link, ...(caption && { caption }), ...(fileName && { fileName }) },
  };
}

function field(part: unknown, name: string): string | undefined {
  const value = typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}
