import type { JiraSite } from '../jira/site';
import type { Parts } from './wire';
import type { NumberRow } from './directory';

/** The answer of `/sandbox/api/state`. */
export type Description = {
  readonly now: string;
  readonly site: { readonly url: string };
  readonly projects: readonly ProjectRow[];
  readonly people: ReturnType<JiraSite['people']>;
  readonly numbers: readonly NumberRow[];
  readonly carriers: readonly Console[];
};

export type ProjectRow = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly serviceDeskId: string;
  readonly requestTypes: readonly { readonly id: string; readonly name: string }[];
};

/** What a provider's console shows to whoever owns the account. */
export type Console = {
  readonly id: string;
  readonly title: string;
  readonly credentials: Readonly<Record<string, string>>;
  readonly numbers: readonly { readonly channel: string; readonly number: string; readonly receiver: string }[];
  readonly webhook: { readonly url?: string; readonly lastStatus?: number };
  /** Do staff write outside the API, e.g. in the WhatsApp Business app, and is the app told? */
  readonly staffWrite: boolean;
};

export const projectsOf = ({ state }: Parts): readonly ProjectRow[] =>
  state.jira.projects.map(({ id, key, name, serviceDeskId, requestTypes }) => ({
    id,
    key,
    name,
    serviceDeskId,
    requestTypes: requestTypes.map((type) => ({ id: type.id, name: type.name })),
  }));

export const consolesOf = ({ carriers }: Parts): readonly Console[] =>
  [...carriers.values()].map((carrier) => ({
    id: carrier.id,
    title: carrier.title,
    credentials: carrier.credentials(),
    numbers: carrier.numbers(),
    webhook: carrier.webhook(),
    staffWrite: carrier.staffWrites !== undefined,
  }));

export const describe = (parts: Parts, numbers: readonly NumberRow[]): Description => ({
  now: new Date(parts.agenda.now()).toISOString(),
  site: { url: parts.state.baseUrl },
  projects: projectsOf(parts),
  people: parts.jira.people(),
  numbers,
  carriers: consolesOf(parts),
});
