import type { SettingsView } from '../../src/contract/views';
import type { InvocationAnswer } from './invoke';

/** One row per connected business number and channel, as `/sandbox/api/state` shows it. */
export type NumberRow = {
  readonly id: string;
  readonly connection: string;
  readonly provider: string;
  readonly channel: string;
  readonly number: string;
  /** What the provider's events name as receiver: `number` for people, this for payloads. */
  readonly receiver: string;
  readonly projectKey: string;
  readonly requestTypeId: string;
  readonly webhookUrl: string;
  readonly credentials: Record<string, string>;
};

type Parts = {
  readonly viewSettings: (projectKey: string) => Promise<InvocationAnswer>;
  readonly projectKeys: () => readonly string[];
  /** What was typed into the provider forms, by connection. */
  readonly typed: Readonly<Record<string, Record<string, string>>>;
};

/**
 * Which numbers are connected: asked of the app itself, as an administrator sees it in project settings. The answer is
 * kept until the settings change, so that looking at the state does not count as traffic.
 */
export function newDirectory(parts: Parts): { rows(): Promise<readonly NumberRow[]>; forget(): void } {
  let known: Promise<readonly NumberRow[]> | undefined;
  return {
    rows: () =>
      (known ??= readRows(parts).catch((error: unknown) => {
        known = undefined;
        throw error;
      })),
    forget: () => (known = undefined),
  };
}

async function readRows(parts: Parts): Promise<readonly NumberRow[]> {
  const rows: NumberRow[] = [];
  for (const projectKey of parts.projectKeys()) {
    const answer = await parts.viewSettings(projectKey);
    if (!answer.ok) throw new Error(`the app refuses to show the settings of ${projectKey}: ${answer.error.message}`);
    const { connections } = answer.output as SettingsView;
    rows.push(...connections.flatMap((connection) => rowsOf(parts, projectKey, connection)));
  }
  return rows;
}

function rowsOf(parts: Parts, projectKey: string, connection: SettingsView['connections'][number]): NumberRow[] {
  const { id, provider, webhookUrl, values, numbers } = connection;
  const credentials = { ...parts.typed[id], ...values };
  return numbers.flatMap((number) =>
    number.channels.map(({ channel, requestTypeId }) => ({
      id: number.id,
      provider,
      channel,
      number: number.display || number.receiver,
      receiver: number.receiver,
      connection: id,
      projectKey,
      requestTypeId,
      webhookUrl,
      credentials,
    })),
  );
}
