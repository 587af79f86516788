import { z } from 'zod';
import type { Ports } from '../app/ports';
import { sameAddress, type ContactAddress } from '../domain/contact';
import type { OptOut } from '../domain/head';
import { addressSpellings } from '../domain/phoneSpellings';
import { fail, ok } from '../domain/result';
import { installationKey } from './installation';
import { suppressionKey, suppressionRef } from './keys';
import { readRecord, type RecordKind } from './record';
import { rewrite } from './rewrite';

/** The last STOP or START of an address, by the provider's time (epoch ms). Survives the erasure of the contact. */
export type Suppression = { readonly version: 1; readonly state: 'stopped' | 'started'; readonly at: number };

type Needs = Pick<Ports, 'store' | 'cache' | 'ids'>;

const SUPPRESSION: RecordKind<Suppression> = {
  name: 'suppression',
  version: 1,
  schema: z.object({ version: z.literal(1), state: z.enum(['stopped', 'started']), at: z.number() }),
};

/**
 * Read strongly, right before every send: nobody who said STOP gets another message, however their phone is spelt. What the
 * head heard counts as well, by its time: its turn is one write, the record another, and a crash may come between.
 */
export async function isSuppressed(ports: Needs, address: ContactAddress, heard?: OptOut): Promise<boolean> {
  const words = await wordsOf(ports, [address]);
  const own = heard && sameAddress(heard.address, address) ? [wordIn(heard)] : [];
  return lastOf([...words, ...own])?.state === 'stopped';
}

type Word = Omit<Suppression, 'version'>;

const wordIn = ({ stopped, at }: OptOut): Word => ({ state: stopped ? 'stopped' : 'started', at });

/** Who said STOP has other addresses now: it holds there, too, from the time at which it was said. */
export async function carrySuppression(
  ports: Needs,
  was: readonly ContactAddress[],
  now: readonly ContactAddress[],
): Promise<void> {
  const word = lastOf(await wordsOf(ports, was));
  if (word?.state !== 'stopped') return;
  const { state, at } = word;
  for (const address of now) await recordSuppression(ports, address, { state, at });
}

/** The newest word; said at the same instant STOP counts. */
function lastOf(words: readonly Word[]): Word | undefined {
  const last = Math.max(...words.map(({ at }) => at));
  const newest = words.filter(({ at }) => at === last);
  return newest.find(({ state }) => state === 'stopped') ?? newest[0];
}

async function wordsOf(ports: Needs, addresses: readonly ContactAddress[]): Promise<readonly Word[]> {
  const spelt = addresses.flatMap(addressSpellings);
  const words = await Promise.all(spelt.map(async (address) => load(ports, await refOf(ports, address))));
  return words.filter((word) => word !== undefined);
}

/**
 * Webhooks come late, out of order and side by side: an older word never overrules a newer one, and at the same instant
 * STOP wins. A word already known writes nothing.
 */
export async function recordSuppression(ports: Needs, address: ContactAddress, word: Word): Promise<void> {
  const ref = await refOf(ports, address);
  const known = await load(ports, ref);
  if (known && isOlder(word, known)) return;
  await rewrite(ports.store, ref, (stored) => {
    const there = stored && readRecord(SUPPRESSION, stored);
    return there && isOlder(word, there) ? fail('older') : ok({ value: { version: 1, ...word } });
  });
}

const isOlder = (word: Word, known: Word): boolean =>
  known.at > word.at || (known.at === word.at && known.state === 'stopped');

const refOf = async (ports: Needs, address: ContactAddress) =>
  suppressionRef(suppressionKey(await installationKey(ports), address));

async function load({ store }: Needs, ref: ReturnType<typeof suppressionRef>): Promise<Suppression | undefined> {
  const stored = await store.get(ref);
  return stored && readRecord(SUPPRESSION, stored);
}
