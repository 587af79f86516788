import { z } from 'zod';
import type { Ports } from '../app/ports';
import type { ContactAddress } from '../domain/contact';
import { addressSpellings } from '../domain/phoneSpellings';
import { installationKey } from './installation';
import { suppressionKey, suppressionRef } from './keys';
import { readRecord, type RecordKind } from './record';

/** The last STOP or START of an address, by the provider's time (epoch ms). Survives the erasure of the contact. */
export type Suppression = { readonly version: 1; readonly state: 'stopped' | 'started'; readonly at: number };

type Needs = Pick<Ports, 'store' | 'cache' | 'ids'>;

const SUPPRESSION: RecordKind<Suppression> = {
  name: 'suppression',
  version: 1,
  schema: z.object({ version: z.literal(1), state: z.enum(['stopped', 'started']), at: z.number() }),
};

/** Read strongly, right before every send: nobody who said STOP gets another message, however their phone is spelt. */
export const isSuppressed = async (ports: Needs, address: ContactAddress): Promise<boolean> =>
  (await lastWord(ports, [address]))?.state === 'stopped';

/** Who said STOP has other addresses now: it holds there, too, from the time at which it was said. */
export async function carrySuppression(
  ports: Needs,
  was: readonly ContactAddress[],
  now: readonly ContactAddress[],
): Promise<void> {
  const word = await lastWord(ports, was);
  if (word?.state !== 'stopped') return;
  const { version: _, ...said } = word;
  for (const address of now) await recordSuppression(ports, address, said);
}

/** The newest word about these addresses; said at the same instant STOP counts. */
async function lastWord(ports: Needs, addresses: readonly ContactAddress[]): Promise<Suppression | undefined> {
  const spelt = addresses.flatMap(addressSpellings);
  const words = await Promise.all(spelt.map(async (address) => load(ports, await refOf(ports, address))));
  const said = words.filter((word) => word !== undefined);
  const last = Math.max(...said.map(({ at }) => at));
  const newest = said.filter(({ at }) => at === last);
  return newest.find(({ state }) => state === 'stopped') ?? newest[0];
}

/** Webhooks come late and out of order: an older word never overrules a newer one, and at the same instant STOP wins. */
export async function recordSuppression(
  ports: Needs,
  address: ContactAddress,
  word: Omit<Suppression, 'version'>,
): Promise<void> {
  const ref = await refOf(ports, address);
  const known = await load(ports, ref);
  const isOlder = known && (known.at > word.at || (known.at === word.at && known.state === 'stopped'));
  if (!isOlder) await ports.store.put(ref, { version: 1, ...word });
}

const refOf = async (ports: Needs, address: ContactAddress) =>
  suppressionRef(suppressionKey(await installationKey(ports), address));

async function load({ store }: Needs, ref: ReturnType<typeof suppressionRef>): Promise<Suppression | undefined> {
  const stored = await store.get(ref);
  return stored && readRecord(SUPPRESSION, stored);
}
