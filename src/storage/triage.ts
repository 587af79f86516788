import { z } from 'zod';
import type { Operation, Ports } from '../app/ports';
import type { Conversation } from '../domain/conversation';
import type { ConversationId, ProjectId } from '../domain/ids';
import { isWaiting } from '../domain/rules/triage';
import { ConversationIdSchema } from './idSchemas';
import { triagePrefix, triageRef } from './keys';
import { readRecord, type RecordKind } from './record';

/** Says that a conversation waits for triage (X19); the conversation itself is the truth. */
type TriageRow = { readonly version: 1; readonly conversation: ConversationId; readonly at: number };

const ROW: RecordKind<TriageRow> = {
  name: 'triage',
  version: 1,
  schema: z.object({
    version: z.literal(1),
    conversation: ConversationIdSchema,
    at: z.number(),
  }) satisfies z.ZodType<TriageRow>,
};

/** What a turn changes of the list: written in its transaction. */
export function triageOperations(before: Conversation | undefined, after: Conversation): readonly Operation[] {
  const [was, is] = [before !== undefined && isWaiting(before), isWaiting(after)];
  if (was === is) return [];
  const ref = triageRef(after.id);
  if (!is) return [{ kind: 'delete', ref }];
  return [{ kind: 'put', ref, value: { version: 1, conversation: after.id, at: after.openedAt } satisfies TriageRow }];
}

/** Read strongly: does this conversation wait, as far as the list knows? */
export const isListed = async (store: Ports['store'], conversation: ConversationId): Promise<boolean> =>
  (await store.get(triageRef(conversation))) !== undefined;

/** Oldest first, at most 25 of the first 100: a list for people, eventually consistent. */
export async function listWaiting(store: Ports['store'], project: ProjectId): Promise<readonly ConversationId[]> {
  const { rows } = await store.query({ kind: 'prefix', prefix: triagePrefix(project), limit: 100 });
  return rows
    .map(({ value }) => readRecord(ROW, value))
    .sort((one, other) => one.at - other.at)
    .slice(0, SHOWN)
    .map(({ conversation }) => conversation);
}

const SHOWN = 25;
