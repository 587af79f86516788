import type { Content } from '../domain/content';
import type { Channel, ContactAddress } from '../domain/contact';
import type { SendFailure } from '../domain/delivery';
import type { NumberId, ProjectId } from '../domain/ids';
import { keywordOf, type Keyword } from '../domain/keywords';
import type { Message } from '../domain/message';
import { rulesFor, type BusinessNumber, type ProjectSettings } from '../domain/settings';
import { loadSettings } from '../storage/settings';
import { recordSuppression } from '../storage/suppression';
import type { App } from './call';

/** What a customer said to one of our numbers. */
export type Said = {
  readonly channel: Channel;
  readonly content: Content;
  readonly keyword?: Keyword;
  readonly number: BusinessNumber['id'];
  readonly addresses: readonly ContactAddress[];
  readonly at: number;
};

/**
 * The provider refused a send because the customer told it STOP, in a word that we did not hear or do not know: it binds every
 * later send as if we had. `at`: when the provider was asked; what the customer says from then on is newer. Never rejects: the
 * outcome of the send is known and stays so, and the next one would be refused again.
 */
export async function heedRefusal(
  app: App,
  { reason }: SendFailure,
  asked: { readonly address: ContactAddress; readonly at: number },
): Promise<void> {
  if (reason !== 'opted-out') return;
  try {
    await recordSuppression(app.ports, asked.address, stoppedBefore(asked.at));
  } catch (cause) {
    logFailure(app, cause);
  }
}

/** The same, told by a report about this message. Reports come again: the time is one that stands in the message's record. */
export async function heedReport({ ports }: App, message: Message | undefined, number: NumberId): Promise<void> {
  if (message?.direction !== 'outbound' || message.number !== number) return;
  const { address, receivedAt, delivery } = message;
  if (delivery.failure?.reason !== 'opted-out') return;
  const given = delivery.history.findLast(({ status }) => status !== 'failed');
  await recordSuppression(ports, address, stoppedBefore(given?.at ?? receivedAt));
}

/** Some providers tell whole seconds: a START of the same second was said afterwards. */
const stoppedBefore = (at: number) => ({ state: 'stopped', at: Math.floor(at / 1_000) * 1_000 - 1 }) as const;

/** STOP and START of the customer bind every later send, whatever conversation it belongs to. */
export async function heedKeyword({ ports }: App, said: Said, project: ProjectSettings): Promise<void> {
  const word = wordOf(said, project);
  if (word) for (const address of said.addresses) await recordSuppression(ports, address, word);
}

/** Every STOP among it binds from now on, whether or not its row can be stored. Never rejects. */
export async function heedStops(app: App, settings: ProjectSettings, heard: readonly Said[]): Promise<void> {
  try {
    for (const said of heard) if (wordOf(said, settings)?.state === 'stopped') await heedKeyword(app, said, settings);
  } catch (cause) {
    logFailure(app, cause);
  }
}

/** The same for what could not be stored: it comes again, after minutes or hours. Never rejects. */
export async function heedStopsOf(app: App, project: ProjectId, unstored: readonly Said[]): Promise<void> {
  if (unstored.length === 0) return;
  try {
    await heedStops(app, await loadSettings(app.ports.store, project), unstored);
  } catch (cause) {
    logFailure(app, cause);
  }
}

function logFailure({ ports }: App, cause: unknown): void {
  ports.log.warn('opt-out not stored yet', { why: cause instanceof Error ? cause.message : typeof cause });
}

/** What was said of an opt-out, if anything was. */
function wordOf(said: Said, project: ProjectSettings) {
  const keyword = keywordOf(said, rulesFor(project, said.number));
  if (keyword !== 'stop' && keyword !== 'start') return undefined;
  return { state: keyword === 'stop' ? 'stopped' : 'started', at: said.at } as const;
}
