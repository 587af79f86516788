import type { AgendaState } from '../agenda';
import { chanceFrom } from '../chance';
import type { CarrierState } from '../carriers/carrier';
import type { Fault } from '../faults';
import type { Delays } from '../forge/platform';
import { newPlatformState, type PlatformState } from '../forge/state';
import { newJiraState, type JiraState } from '../jira/model/state';
import type { FilesState } from '../files';
import { newPhonesState, type PhonesState } from '../phones';

/** Everything a world is, as one JSON value: a world made from a copy of it goes on where this one stood. */
export type WorldState = {
  readonly version: 1;
  baseUrl: string;
  readonly startedAt: number;
  readonly agenda: AgendaState;
  readonly chance: { seed: number };
  readonly faults: { faults: Fault[] };
  readonly jira: JiraState;
  readonly platform: PlatformState;
  readonly phones: PhonesState;
  /** Absent in worlds saved before phones had files. */
  files?: FilesState;
  readonly carriers: Record<string, Partial<CarrierState>>;
  readonly switches: WorldSwitches;
  /** What administrators typed into the provider forms, by connection: the app itself never gives a secret back. */
  readonly typed: Record<string, Record<string, string>>;
};

export type WorldSwitches = {
  /** Product events take up to three minutes, as on a real site, instead of at most a second. */
  realisticDelays: boolean;
  /** Delays and duplicates of the platform, set by a simulation in place of those. */
  weather?: Partial<Delays>;
};

export type NewWorld = { readonly seed: number; readonly startAt: number; readonly baseUrl: string };

/** A world before its first second; the parts seed themselves: Jira its demo site, the carriers their accounts. */
export function newWorldState({ seed, startAt, baseUrl }: NewWorld): WorldState {
  const chance = { seed };
  return {
    version: 1,
    baseUrl,
    startedAt: startAt,
    agenda: { now: startAt, counter: 0, items: [] },
    chance,
    faults: { faults: [] },
    jira: newJiraState(),
    platform: newPlatformState(chanceFrom(chance)),
    phones: newPhonesState(),
    files: {},
    carriers: {},
    switches: { realisticDelays: false },
    typed: {},
  };
}
