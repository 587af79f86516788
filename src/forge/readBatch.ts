import kvs from '@forge/kvs';
import type { Ref, Stored } from '../app/ports';

/** Reads the records in their order. @throws when any key failed other than by being absent. */
export async function readBatch(refs: readonly Ref[]): Promise<readonly (Stored | undefined)[]> {
  const distinct = new Map(refs.map((ref) => [nameOf(ref), ref]));
  if (distinct.size === 0) return [];
  const { successfulKeys, failedKeys } = await kvs.batchGet<Stored>([...distinct.values()].map(itemOf));
  const found = new Map(successfulKeys.map((one) => [nameOf(refOf(one)), one.value]));
  const failed = new Map(failedKeys.map((one) => [nameOf(refOf(one)), one.error.code]));
  return refs.map((ref) => {
    const value = found.get(nameOf(ref));
    if (value !== undefined) return value;
    const code = failed.get(nameOf(ref));
    if (code === 'KEY_NOT_FOUND') return undefined;
    throw new Error(`batch read failed for ${ref.key}: ${code ?? 'no answer for this key'}`);
  });
}

const itemOf = ({ entity, key }: Ref) => (entity === undefined ? { key } : { key, entityName: entity });

type Item = { readonly key: string; readonly entityName?: string };
const refOf = ({ key, entityName }: Item) => ({ key, entity: entityName });

const nameOf = (ref: { readonly key: string; readonly entity?: string | undefined }): string =>
  `${ref.entity ?? ''} ${ref.key}`;
