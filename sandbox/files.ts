import { createHash } from 'node:crypto';

/** The bytes of what phones show, base64, by an id made of the bytes: the same file sent twice is kept once. */
export type FilesState = Record<string, { readonly mimeType: string; readonly base64: string }>;

export type PhoneFile = { readonly bytes: Uint8Array; readonly mimeType: string };

/** The files on the phones of a world. */
export type Files = {
  /** Keeps the file and answers its id. */
  keep(file: PhoneFile): string;
  get(id: string): PhoneFile | undefined;
};

export const createFiles = (state: FilesState): Files => ({
  keep({ bytes, mimeType }) {
    const id = createHash('sha256').update(mimeType).update(bytes).digest('hex').slice(0, 32);
    state[id] ??= { mimeType, base64: Buffer.from(bytes).toString('base64') };
    return id;
  },
  get(id) {
    const kept = Object.hasOwn(state, id) ? state[id] : undefined;
    return kept && { bytes: new Uint8Array(Buffer.from(kept.base64, 'base64')), mimeType: kept.mimeType };
  },
});
