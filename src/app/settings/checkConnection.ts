import type { CheckView } from '../../contract/views';
import { ok } from '../../domain/result';
import type { Connection } from '../../domain/settings';
import type { AccountFacts } from '../../providers/provider';
import { numberOf } from '../../storage/connections';
import type { Run } from '../call';
import { checkHealth } from '../checkHealth';
import { ownConnection } from './ownConnection';

/** Asks the provider whether the stored credentials work, and says in its words what came of it. */
export const checkConnection: Run<'checkConnection'> = async (app, context, input) => {
  const open = await ownConnection(app, context, input.connection);
  if (!open.ok) return open;
  const facts = await checkHealth(app, open.value);
  return ok(facts.ok ? working(facts.value, open.value.connection) : unusable(facts.failure));
};

const unusable = (message: string): CheckView => ({ works: false, message, numbers: [] });

const working = ({ title, numbers }: AccountFacts, connection: Connection): CheckView => ({
  works: true,
  message: title,
  numbers: numbers.map(({ receiver, display, channels }) => ({
    receiver,
    display,
    channels,
    // A list may leave plus signs away: then one of 7 or 8 digits looks like a short code.
    added: [receiver, `+${receiver}`].some((spelled) => numberOf(connection, spelled) !== undefined),
  })),
});
