import { z } from 'zod';
import type { Ports } from '../app/ports';
import type { IssueId } from '../domain/ids';
import { startClaimRef } from './keys';
import { readRecord, type RecordKind } from './record';

type Needs = Pick<Ports, 'store' | 'clock'>;

/** A call that dies holds others up for so long. */
const LIFE_MS = 60_000;

const CLAIM: RecordKind<{ readonly version: 1; readonly until: number }> = {
  name: 'start claim',
  version: 1,
  schema: z.object({ version: z.literal(1), until: z.number() }),
};

/**
 * Two agents starting on one request at once would attach it to two customers: their heads are different records. False
 * while another call is at it. An expired record may still be read (forge.md 3): its own time counts.
 */
export async function claimStart({ store, clock }: Needs, issue: IssueId): Promise<boolean> {
  const claim = { version: 1, until: clock.now() + LIFE_MS };
  if (await store.create(startClaimRef(issue), claim, LIFE_MS / 1_000)) return true;
  const held = await store.get(startClaimRef(issue));
  if (held && readRecord(CLAIM, held).until > clock.now()) return false;
  await store.put(startClaimRef(issue), claim, LIFE_MS / 1_000);
  return true;
}

export const releaseStart = ({ store }: Needs, issue: IssueId): Promise<void> => store.delete(startClaimRef(issue));
