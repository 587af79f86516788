import { useRef, useState } from 'react';
import { requestJira } from '@forge/bridge';
import { useIssueKey } from '../shared/Viewer';

/** A file as the picker hands it over: `data` is base64, or a data URL of it. */
export type PickedFile = { readonly data: string; readonly name: string; readonly size: number; readonly type: string };

export type PickedFiles = {
  readonly list: readonly PickedFile[];
  readonly pick: (files: readonly PickedFile[]) => void;
  readonly remove: (file: PickedFile) => void;
  readonly clear: () => void;
  /** Puts them on the request in the agent's name; the attachments' ids. Undefined where Jira does not take one. */
  readonly upload: () => Promise<readonly string[] | undefined>;
};

/** The files an agent is about to send. What is on the request already is not put there again when *Send* is pressed once more. */
export function usePickedFiles(): PickedFiles {
  const issueKey = useIssueKey();
  const [list, setList] = useState<readonly PickedFile[]>([]);
  const known = useRef(new Map<string, string>());

  // Whether the picker tells all files or the newest only, nobody says: the same file is one.
  const pick = (files: readonly PickedFile[]): void =>
    setList((before) => [...before, ...files.filter((file) => !before.some((one) => keyOf(one) === keyOf(file)))]);
  const remove = (file: PickedFile): void => setList((before) => before.filter((one) => one !== file));
  const clear = (): void => {
    known.current.clear();
    setList([]);
  };
  const upload = async (): Promise<readonly string[] | undefined> => {
    const ids: string[] = [];
    for (const file of list) {
      const id = known.current.get(keyOf(file)) ?? (issueKey === undefined ? undefined : await attach(issueKey, file));
      if (id === undefined) return undefined;
      known.current.set(keyOf(file), id);
      ids.push(id);
    }
    return ids;
  };
  return { list, pick, remove, clear, upload };
}

const keyOf = ({ name, size, data }: PickedFile): string => `${name} ${size} ${data.length} ${data.slice(-64)}`;

/** One call a file: the bridge carries one part named `file` (@forge/bridge 7, fetch). */
async function attach(issueKey: string, file: PickedFile): Promise<string | undefined> {
  const form = new FormData();
  form.append('file', blobOf(file), file.name);
  try {
    const path = `/rest/api/3/issue/${encodeURIComponent(issueKey)}/attachments`;
    const answer = await requestJira(path, { method: 'POST', body: form });
    return answer.ok ? idIn(await answer.json()) : undefined;
  } catch {
    // Jira may have the file: it is shown on the request, and was not sent.
    return undefined;
  }
}

export const blobOf = ({ data, type }: PickedFile): Blob => new Blob([bytesOf(data)], { type });

const bytesOf = (data: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(data.replace(/^data:[^,]*,/, '')), (character) => character.charCodeAt(0));

function idIn(added: unknown): string | undefined {
  const first: unknown = Array.isArray(added) ? added[0] : undefined;
  return typeof first === 'object' && first !== null && 'id' in first ? String(first.id) : undefined;
}
