import { readFileSync } from 'node:fs';
import { newAgenda, type Agenda } from '../agenda';
import type { Build } from '../build';
import type { Carrier, CarrierParts } from '../carriers/carrier';
import type { Delivered } from '../carriers/delivery';
import { createBirdCarrier } from '../carriers/bird';
import { createBirdPlatformCarrier } from '../carriers/birdPlatform';
import { createInfobipCarrier } from '../carriers/infobip';
import { createMessageBirdCarrier } from '../carriers/messagebird';
import { createMetaCarrier } from '../carriers/meta';
import { createTwilioCarrier } from '../carriers/twilio';
import { createVonageCarrier } from '../carriers/vonage';
import { chanceFrom } from '../chance';
import { faultsFrom, type Faults } from '../faults';
import { createPlatform, type Manifest, parseManifest, type Platform } from '../forge/platform';
import { createJira, type JiraSite } from '../jira/site';
import { createPhones, type Phones } from '../phones';
import { countedLedger, type CountedLedger } from './countedLedger';
import { delaysOf } from './delays';
import { indexedProperties } from './indexedProperties';
import { internetOf } from './internet';
import type { News } from './news';
import type { WorldState } from './state';

/** The parts of a world, each holding its piece of the one state. */
export type Parts = {
  readonly state: WorldState;
  readonly agenda: Agenda;
  readonly faults: Faults;
  readonly ledger: CountedLedger;
  readonly jira: JiraSite;
  readonly platform: Platform;
  readonly carriers: ReadonlyMap<string, Carrier>;
  readonly phones: Phones;
};

type WiringOptions = {
  readonly build: Build;
  readonly state: WorldState;
  readonly news: News;
  /** Instead of the faults in the state: for a test that strikes at one exact call. */
  readonly faults?: Faults;
  readonly delivered?: Delivered;
};

/** One carrier per provider that is built. */
export const CARRIERS: Readonly<Record<string, (parts: CarrierParts) => Carrier>> = {
  meta: createMetaCarrier,
  twilio: createTwilioCarrier,
  vonage: createVonageCarrier,
  messagebird: createMessageBirdCarrier,
  bird: createBirdCarrier,
  'bird-platform': createBirdPlatformCarrier,
  infobip: createInfobipCarrier,
};

/** The demo site's cloud id and the app's own account on it: invented. */
const CLOUD_ID = '6c1b9a52-4f0e-4f6b-9b55-2f0d6a1f7e10';
const APP_ACCOUNT = '712020:2b1d7c94-6f1e-4e8e-9f0a-5d4c3b2a1f00';

let lastManifest: { readonly text: string; readonly manifest: Manifest } | undefined;

/** Worlds are made by the hundred of one manifest, which nobody changes: it is parsed once. */
function manifestOf(text: string): Manifest {
  if (lastManifest?.text !== text) lastManifest = { text, manifest: parseManifest(text) };
  return lastManifest.manifest;
}

/** Builds the parts over one state. They know each other by the doors of `doors.ts` alone. */
export function wire({ build, state, news, delivered, faults = faultsFrom(state.faults) }: WiringOptions): Parts {
  const carriers = new Map<string, Carrier>();
  const agenda = newAgenda(state.agenda);
  const shared = { agenda, chance: chanceFrom(state.chance), faults, ledger: countedLedger(news) };
  const manifest = manifestOf(readFileSync('manifest.yml', 'utf8'));
  const site = { cloudId: CLOUD_ID, baseUrl: state.baseUrl };
  const delays = () => delaysOf(state.switches);
  const jira = createJira({
    ...shared,
    state: state.jira,
    emit: (event) => {
      platform.emit(event);
      news.tell();
    },
    baseUrl: state.baseUrl,
    appAccountId: APP_ACCOUNT,
    indexed: indexedProperties(manifest),
    ...(faults.felt && { felt: faults.felt }),
    indexLagMs: () => delays().searchLagMs ?? delays().queryLagMs,
  });
  const platform: Platform = createPlatform({
    ...shared,
    backendFile: build.backend.file,
    manifest,
    state: state.platform,
    jira: jira.door,
    internet: internetOf(carriers),
    site,
    delays,
  });
  const phones = createPhones({ state: state.phones, agenda, files: (state.files ??= {}) });
  const { webTrigger, fetchLink } = platform;
  const hears = delivered ? { delivered } : {};
  for (const [id, create] of Object.entries(CARRIERS)) {
    const own = (state.carriers[id] ??= {});
    carriers.set(id, create({ ...shared, ...hears, phones, webTrigger, fetchLink, state: own }));
  }
  return { state, agenda, faults, ledger: shared.ledger, jira, platform, carriers, phones };
}
