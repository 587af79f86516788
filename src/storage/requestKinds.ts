import { z } from 'zod';
import type { Ports } from '../app/ports';
import { requestKindRef } from './keys';
import { readRecord, type RecordKind } from './record';

/** How requests of a request type are created: their issue type, and the site's request type field. */
export type RequestKind = { readonly issueTypeId: string; readonly field: string };

/** Looked up anew after a day: the field costs a point for every field of the site (jira.md 9.1). */
const LIFE_MS = 24 * 3_600_000;

const KIND: RecordKind<RequestKind & { readonly version: 1; readonly at: number }> = {
  name: 'request kind',
  version: 1,
  schema: z.object({ version: z.literal(1), issueTypeId: z.string(), field: z.string(), at: z.number() }),
};

type Needs = Pick<Ports, 'store' | 'clock'>;
export type RequestTypeRef = { readonly serviceDeskId: string; readonly id: string };

/** What was found out within the last day; undefined when it must be asked again. */
export async function loadRequestKind({ store, clock }: Needs, type: RequestTypeRef): Promise<RequestKind | undefined> {
  const stored = await store.get(requestKindRef(type));
  const known = stored && readRecord(KIND, stored);
  return known && clock.now() - known.at < LIFE_MS ? known : undefined;
}

export const saveRequestKind = (
  { store, clock }: Needs,
  type: RequestTypeRef,
  { issueTypeId, field }: RequestKind,
): Promise<void> => store.put(requestKindRef(type), { version: 1, issueTypeId, field, at: clock.now() });

/** Jira did not take it: the next creation asks again. */
export const forgetRequestKind = ({ store }: Needs, type: RequestTypeRef): Promise<void> =>
  store.delete(requestKindRef(type));
