import type { Content } from '../domain/content';
import type { ContactAddress } from '../domain/contact';
import type { ProjectId } from '../domain/ids';
import { keywordOf, type Keyword } from '../domain/keywords';
import { rulesFor, type BusinessNumber, type ProjectSettings } from '../domain/settings';
import type { ProviderEvent } from '../providers/providerEvent';
import { loadSettings } from '../storage/settings';
import { recordSuppression } from '../storage/suppression';
import type { App } from './call';

/** What a customer said to one of our numbers. */
export type Said = {
  readonly content: Content;
  readonly keyword?: Keyword;
  readonly number: BusinessNumber['id'];
  readonly addresses: readonly ContactAddress[];
  readonly at: number;
};

/** The provider tells of an opt-out, or of its end, apart from any message: it binds every later send as STOP and START do. */
export async function heedConsent({ ports }: App, event: Extract<ProviderEvent, { kind: 'consent' }>): Promise<void> {
  const now = ports.clock.now();
  const word = { state: event.stopped ? 'stopped' : 'started', at: Math.min(event.at ?? now, now) } as const;
  for (const address of event.from) await recordSuppression(ports, address, word);
}

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
