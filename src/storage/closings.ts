import { z } from 'zod';
import type { Ports, Stored } from '../app/ports';
import { CLOSE_SOURCES, tallyOf, type Conversation } from '../domain/conversation';
import type { ProjectId } from '../domain/ids';
import { AccountIdSchema, ConversationIdSchema, NumberIdSchema } from './idSchemas';
import { closingRef, closingsPrefix } from './keys';
import { ChannelSchema } from './messageSchemas';
import { readRecord, type RecordKind } from './record';

/** One close of a conversation, as reports list it. No texts of the customer, no addresses. Times are epoch milliseconds. */
export type ClosingRow = z.infer<typeof ClosingSchema>;

const ClosingSchema = z.object({
  version: z.literal(1),
  conversation: ConversationIdSchema,
  issueKey: z.string().exactOptional(),
  channel: ChannelSchema,
  number: NumberIdSchema,
  openedAt: z.number(),
  startedBy: AccountIdSchema.exactOptional(),
  firstAnswer: z.object({ at: z.number(), by: AccountIdSchema.exactOptional() }).exactOptional(),
  closedAt: z.number(),
  source: z.enum(CLOSE_SOURCES),
  by: AccountIdSchema.exactOptional(),
  note: z.object({ category: z.string().exactOptional(), summary: z.string().exactOptional() }).exactOptional(),
  inbound: z.number(),
  outbound: z.number(),
  reopened: z.number(),
});
const CLOSING: RecordKind<ClosingRow> = { name: 'closing', version: 1, schema: ClosingSchema };

/** What a close leaves for reports; undefined while the conversation is open. */
export function closingOf(
  conversation: Conversation,
): { readonly ref: { key: string }; readonly value: Stored } | undefined {
  const { id, closed, request, route, openedAt, startedBy, firstAnswer } = conversation;
  if (!closed) return undefined;
  const { at, beside: _, ...how } = closed;
  const row: ClosingRow = {
    version: 1,
    conversation: id,
    ...(request && { issueKey: request.issueKey }),
    channel: route.channel,
    number: route.number,
    openedAt,
    ...(startedBy && { startedBy }),
    closedAt: at,
    ...how,
    ...(firstAnswer && { firstAnswer }),
    ...tallyOf(conversation),
  };
  return { ref: closingRef(id, at), value: row };
}

/** The closes of a project in a month (`2026-11`, UTC), oldest first, a page at a time. Eventually consistent: for reports. */
export async function closingsOf(
  { store }: Pick<Ports, 'store'>,
  project: ProjectId,
  { month, cursor }: { readonly month: string; readonly cursor?: string },
): Promise<{ readonly rows: readonly ClosingRow[]; readonly cursor?: string }> {
  const prefix = closingsPrefix(project, month);
  const page = await store.query({ kind: 'prefix', prefix, limit: 100, ...(cursor !== undefined && { cursor }) });
  const rows = page.rows.map(({ value }) => readRecord(CLOSING, value));
  return { rows, ...(page.cursor !== undefined && { cursor: page.cursor }) };
}
