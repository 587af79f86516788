import type { CallError, Input } from '../../contract/calls';
import type { ProjectId } from '../../domain/ids';
import { isSame } from '../../domain/isSame';
import { fail, ok, type Result } from '../../domain/result';
import type { BusinessNumber, Connection, NumberChannel } from '../../domain/settings';
import { phoneDoubt, withPlus } from '../../domain/text/phoneDoubt';
import type { Provider } from '../../providers/provider';
import { changeConnection } from '../../storage/connections';
import { numberIdOf } from '../../storage/keys';
import { claimNumber, claimOf } from '../../storage/numbers';
import { changeSettings } from '../../storage/settings';
import { forgetUnclaimed } from '../../storage/unclaimed';
import type { Ports } from '../ports';
import { refuse, type App, type CallContext, type Run } from '../call';
import { changedMeanwhile } from './changedMeanwhile';
import { ownConnection, providerOf } from './ownConnection';
import { projectRequestTypes } from './projectRequestTypes';

/** Adds a number, or further channels to one that this connection already carries; with the first comes the fall-back type. */
export const addNumber: Run<'addNumber'> = async (app, context, input) => {
  const { ports } = app;
  const open = await ownConnection(app, context, input.connection);
  if (!open.ok) return open;
  const { connection } = open.value;
  const provider = providerOf(app, connection);
  if (!input.channels.every(({ channel }) => provider.channels.includes(channel)))
    return refuse('bad-input', 'no such channel');
  const desk = await deskWith(app, context, input);
  if (!desk.ok) return desk;
  const receiver = tidied(input.receiver, provider);
  if (isPhoneOf(provider) && phoneDoubt(receiver) === 'too-long') return refuse('bad-phone');
  const id = numberIdOf(connection.provider, receiver);
  if (!(await claimNumber(ports, id, connection.id))) return refuse('number-taken');
  const added = await changeConnection<'changed-meanwhile'>(ports, connection.id, (now) => {
    if (isChangedMeanwhile(now, id, input.channels)) return fail('changed-meanwhile');
    const number = numberFrom(now, { ...input, receiver }, { id, serviceDeskId: desk.value });
    return ok({ connection: withNumber(now, number), also: [claimOf(ports, id, connection.id)] });
  });
  if (!added.ok) return refuse(added.failure);
  await forgetUnclaimed(ports.store, connection.id, receiver);
  await fallBackTo(ports, context.projectId, input.fallbackRequestTypeId);
  ports.log.info('number added', { connection: connection.id, number: id });
  return ok({ number: id });
};

/** The project's service desk, if it has every request type that is asked for. */
async function deskWith(
  app: App,
  { projectId }: CallContext,
  { channels, fallbackRequestTypeId: fallback }: Input<'addNumber'>,
): Promise<Result<string, CallError>> {
  const found = await projectRequestTypes(app, projectId);
  if (found.kind !== 'ok') return refuse('failed', `Jira did not tell the request types: ${found.kind}`);
  const known = new Set(found.value.types.map(({ id }) => id));
  const routed = channels.flatMap(({ requestTypeId, routes = [] }) => [{ requestTypeId }, ...routes]);
  const asked = [...routed.map(({ requestTypeId }) => requestTypeId), ...(fallback === undefined ? [] : [fallback])];
  const missing = asked.some((id) => !known.has(id));
  return missing ? refuse('bad-request-type') : ok(found.value.serviceDeskId);
}

/** What the project has chosen before stays. */
async function fallBackTo({ store }: Ports, project: ProjectId, type: string | undefined): Promise<void> {
  if (type === undefined) return;
  await changeSettings(store, project, (settings) =>
    ok({ ...settings, fallbackRequestTypeId: settings.fallbackRequestTypeId || type }),
  );
}

function numberFrom(
  { id: connection, provider, project, numbers }: Connection,
  { receiver, ...input }: Input<'addNumber'>,
  { id, serviceDeskId }: Pick<BusinessNumber, 'id' | 'serviceDeskId'>,
): BusinessNumber {
  const before = numbers.find((number) => number.id === id);
  const display = input.display || (before?.display ?? receiver);
  const channels = merged(before?.channels ?? [], input.channels);
  return { version: 1, id, connection, provider, receiver, display, project, serviceDeskId, channels };
}

const isPhoneOf = ({ numberFields }: Provider): boolean =>
  numberFields.some(({ name, isPhone }) => name === 'receiver' && isPhone);

/**
 * Phone numbers are pasted with spaces, dashes and brackets, and without their plus sign; other names of receivers are left
 * as they are.
 */
function tidied(receiver: string, provider: Provider): string {
  if (isPhoneOf(provider)) return withPlus(receiver);
  const bare = receiver.replace(/[\s().-]/g, '');
  return /^\+?\d+$/.test(bare) ? bare : receiver;
}

type ChannelInput = Input<'addNumber'>['channels'][number];

/** Did somebody else change what was shown of a channel and is to change? */
const isChangedMeanwhile = (
  { numbers }: Connection,
  id: BusinessNumber['id'],
  asked: readonly ChannelInput[],
): boolean =>
  asked.some(({ from, ...wanted }) => {
    const there = numbers
      .find((number) => number.id === id)
      ?.channels.find(({ channel }) => channel === wanted.channel);
    if (!from || !there) return false;
    const now = { ...there, routes: there.routes ?? [] };
    return changedMeanwhile(changesOf(wanted, from), { now, from, wanted }).length > 0;
  });

/** A channel added again has the new request type; its keywords stay unless others are sent. */
function merged(before: readonly NumberChannel[], added: readonly ChannelInput[]): readonly NumberChannel[] {
  const rows = new Map(before.map((one) => [one.channel, one]));
  for (const { from, ...one } of added) {
    const changed = from ? Object.fromEntries(changesOf(one, from).map((name) => [name, one[name]])) : one;
    rows.set(one.channel, { ...one, ...rows.get(one.channel), ...changed });
  }
  return [...rows.values()];
}

const SHOWN = ['requestTypeId', 'routes'] as const;

/** What stays as it was shown is not changed: somebody else may have meanwhile. */
const changesOf = (wanted: Omit<ChannelInput, 'from'>, from: NonNullable<ChannelInput['from']>) =>
  SHOWN.filter((name) => wanted[name] !== undefined && !isSame(wanted[name], from[name]));

const withNumber = (connection: Connection, number: BusinessNumber): Connection => ({
  ...connection,
  numbers: [...connection.numbers.filter((one) => one.id !== number.id), number],
});
