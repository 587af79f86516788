import type { SettingsView } from '../../src/contract/views';
import type { Carrier } from '../carriers/carrier';
import type { Invocation, InvocationAnswer } from './invoke';

/** A business number of a carrier, and the request type its messages become. */
export type NumberToConnect = {
  readonly provider: string;
  readonly channel: 'whatsapp' | 'sms';
  readonly number: string;
  readonly requestType: string;
  /** Key of its project; the demo project where it is not said. */
  readonly project?: string;
  /** The project's fall-back request type, chosen with this number. */
  readonly fallback?: string;
};

type Connectable = {
  readonly carriers: ReadonlyMap<string, Carrier>;
  invoke(invocation: Invocation): Promise<InvocationAnswer>;
  drive<T>(work: () => Promise<T>): Promise<T>;
};

/**
 * Does what Ada would do: connects each provider in project settings with the credentials from its console, pastes the
 * webhook address there, and adds its numbers with their request types; a number the account lacks is bought first. @throws when the app or the carrier refuses.
 */
export async function connect(world: Connectable, numbers: readonly NumberToConnect[]): Promise<void> {
  for (const [provider, project] of accountsIn(numbers)) {
    const carrier = world.carriers.get(provider);
    if (!carrier) throw new Error(`the sandbox has no carrier ${provider}`);
    const rows = numbers.filter((one) => one.provider === provider && projectOf(one) === project);
    await connectCarrier({ world, carrier, ask: asAda(world, project) }, rows);
  }
}

const projectOf = ({ project = 'SUP' }: NumberToConnect): string => project;

/** Every project connects a provider's account for itself. */
const accountsIn = (numbers: readonly NumberToConnect[]): readonly (readonly [provider: string, project: string])[] =>
  [
    ...new Map(numbers.map((one) => [`${one.provider} ${projectOf(one)}`, [one.provider, projectOf(one)] as const])),
  ].map(([, account]) => account);

type Connecting = { readonly world: Connectable; readonly carrier: Carrier; readonly ask: Ask };

async function connectCarrier({ world, carrier, ask }: Connecting, numbers: readonly NumberToConnect[]) {
  const credentials = carrier.credentials();
  const input = { provider: carrier.id, title: carrier.title, credentials };
  const { connection } = (await ask('connectProvider', input)) as { connection: string };
  const settings = (await ask('viewSettings', {})) as SettingsView;
  const made = settings.connections.find((one) => one.id === connection);
  if (!made) throw new Error(`the new connection ${connection} is not shown in settings`);
  const { ok, message } = await world.drive(() => carrier.setWebhook(made.webhookUrl));
  if (!ok) throw new Error(`${carrier.title} refuses the webhook address: ${message}`);
  for (const [receiver, rows] of byReceiver(carrier, numbers)) {
    const channels = rows.map(({ channel, requestType }) => ({ channel, requestTypeId: idOf(settings, requestType) }));
    const [first] = rows;
    const fallback = first?.fallback !== undefined && { fallbackRequestTypeId: idOf(settings, first.fallback) };
    await ask('addNumber', { connection, receiver, display: first?.number ?? receiver, channels, ...fallback });
  }
}

/** One business number may carry both channels. */
function byReceiver(carrier: Carrier, numbers: readonly NumberToConnect[]): Map<string, NumberToConnect[]> {
  const groups = new Map<string, NumberToConnect[]>();
  for (const wanted of numbers) {
    const { number, channel } = wanted;
    const owned = carrier.numbers().find((one) => one.number === number && one.channel === channel);
    const row = owned ?? carrier.addNumber({ channel, number });
    groups.set(row.receiver, [...(groups.get(row.receiver) ?? []), wanted]);
  }
  return groups;
}

function idOf(settings: SettingsView, requestType: string): string {
  const found = settings.requestTypes.find((type) => type.name === requestType);
  if (!found) throw new Error(`the project has no request type ${requestType}`);
  return found.id;
}

type Ask = (call: string, input: unknown) => Promise<unknown>;

const asAda =
  (world: Connectable, projectKey: string): Ask =>
  async (call, input) => {
    const answer = await world.invoke({ as: 'ada@example.com', module: 'settings', projectKey, call, input });
    if (!answer.ok) throw new Error(`${call} was refused: ${answer.error.code} ${answer.error.message}`);
    return answer.output;
  };
