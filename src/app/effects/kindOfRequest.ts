import type { Route } from '../../domain/conversation';
import { andThen, mapOutcome, refused, type JiraOutcome } from '../../jira/outcome';
import type { NewRequest } from '../../jira/requests';
import { requestType, requestTypeField } from '../../jira/requestTypes';
import { findNumber } from '../../storage/numbers';
import { forgetRequestKind, loadRequestKind, saveRequestKind, type RequestTypeRef } from '../../storage/requestKinds';
import type { App } from '../call';

type Kind = Pick<NewRequest, 'issueTypeId' | 'requestType'>;
type Way = Pick<Route, 'channel' | 'number'>;

/** What the business number's request type for this channel asks for. Jira is asked once a day: it costs many points. */
export async function kindOfRequest(app: App, way: Way): Promise<JiraOutcome<Kind>> {
  const type = await typeOf(app, way);
  if (!type) return refused('request-type-gone', 0, 'The business number has no request type for this channel.');
  const known = await loadRequestKind(app.ports, type);
  if (known) return { kind: 'ok', value: kindFrom(type, known) };
  const found = await askJira(app, type);
  if (found.kind === 'ok') await saveRequestKind(app.ports, type, found.value);
  return mapOutcome(found, (kind) => kindFrom(type, kind));
}

/** Jira refused the creation: perhaps the request type changed since. */
export async function forgetKind(app: App, way: Way): Promise<void> {
  const type = await typeOf(app, way);
  if (type) await forgetRequestKind(app.ports, type);
}

async function typeOf({ ports }: App, { channel, number }: Way): Promise<RequestTypeRef | undefined> {
  const open = await findNumber(ports, number);
  const id = open?.number.channels.find((one) => one.channel === channel)?.requestTypeId;
  return open && id !== undefined ? { serviceDeskId: open.number.serviceDeskId, id } : undefined;
}

async function askJira(
  { ports }: App,
  type: RequestTypeRef,
): Promise<JiraOutcome<{ issueTypeId: string; field: string }>> {
  return andThen(await requestTypeField(ports), async (field) =>
    mapOutcome(await requestType(ports, type), ({ issueTypeId }) => ({ issueTypeId, field })),
  );
}

const kindFrom = ({ id }: RequestTypeRef, { issueTypeId, field }: { issueTypeId: string; field: string }): Kind => ({
  issueTypeId,
  requestType: { field, id },
});
