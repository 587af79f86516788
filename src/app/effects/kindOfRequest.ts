import type { Route } from '../../domain/conversation';
import { requestTypeFor } from '../../domain/routing';
import { andThen, mapOutcome, type JiraOutcome } from '../../jira/outcome';
import type { NewRequest } from '../../jira/requests';
import { requestType, requestTypeField } from '../../jira/requestTypes';
import { findNumber } from '../../storage/numbers';
import { loadRequestKind, saveRequestKind, type RequestTypeRef } from '../../storage/requestKinds';
import type { App } from '../call';

type Kind = Pick<NewRequest, 'issueTypeId' | 'requestType'>;
type Way = Pick<Route, 'channel' | 'number'>;

/**
 * X16: the request types to try for a first message, in this order: the one its keyword or its number and channel route to, then
 * the project's fall-back, which is the number's own where none was chosen. Empty where the number or its channel is gone.
 */
export async function typesFor(
  { ports }: App,
  { channel, number }: Way,
  { text, fallback }: { readonly text: string; readonly fallback: string },
): Promise<readonly RequestTypeRef[]> {
  const open = await findNumber(ports, number);
  const row = open?.number.channels.find((one) => one.channel === channel);
  if (!open || !row) return [];
  const { serviceDeskId } = open.number;
  const ids = new Set([requestTypeFor(row, text), fallback || row.requestTypeId]);
  return [...ids].map((id) => ({ serviceDeskId, id }));
}

/** What a request type asks for. Jira is asked once a day: it costs many points. */
export async function kindOfRequest({ ports }: App, type: RequestTypeRef): Promise<JiraOutcome<Kind>> {
  const known = await loadRequestKind(ports, type);
  if (known) return { kind: 'ok', value: kindFrom(type, known) };
  const found = await askJira({ ports }, type);
  if (found.kind === 'ok') await saveRequestKind(ports, type, found.value);
  return mapOutcome(found, (kind) => kindFrom(type, kind));
}

async function askJira(
  { ports }: Pick<App, 'ports'>,
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
