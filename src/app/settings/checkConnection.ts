import type { CheckView } from '../../contract/views';
import { ok } from '../../domain/result';
import type { Connection } from '../../domain/settings';
import type { AccountFacts, Gateway, Provider, ProviderAnswer } from '../../providers/provider';
import { numberOf } from '../../storage/connections';
import type { Run, App } from '../call';
import { ownConnection, providerOf } from './ownConnection';

const TIMEOUT_MS = 10_000;

/** Asks the provider whether the stored credentials work, and says in its words what came of it. */
export const checkConnection: Run<'checkConnection'> = async (app, context, input) => {
  const open = await ownConnection(app, context, input.connection);
  if (!open.ok) return open;
  const { connection, credentials } = open.value;
  const provider = providerOf(app, connection);
  const gateway = provider.connect(credentials);
  if (!gateway.ok) return ok(unusable(gateway.failure));
  const answer = await askProvider(app, connection, gateway.value);
  if (!answer) return ok(unusable(noAnswerFrom(provider)));
  const facts = gateway.value.readCheck(answer);
  return ok(facts.ok ? working(facts.value, connection) : unusable(facts.failure));
};

async function askProvider({ ports }: App, { id }: Connection, gateway: Gateway): Promise<ProviderAnswer | undefined> {
  try {
    return await ports.http.send(gateway.check(new Date(ports.clock.now())), TIMEOUT_MS);
  } catch (error) {
    ports.log.warn('provider gave no answer to a check', { connection: id, error: nameOf(error) });
    return undefined;
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

const noAnswerFrom = ({ title }: Provider): string =>
  `${title} did not answer within ${TIMEOUT_MS / 1_000} seconds. Please try again later.`;

const unusable = (message: string): CheckView => ({ works: false, message, numbers: [] });

const working = ({ title, numbers }: AccountFacts, connection: Connection): CheckView => ({
  works: true,
  message: title,
  numbers: numbers.map((number) => ({ ...number, added: numberOf(connection, number.receiver) !== undefined })),
});
