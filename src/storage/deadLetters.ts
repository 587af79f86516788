import { z } from 'zod';
import type { Ports } from '../app/ports';
import { JIRA_FAILURE_REASONS, type JiraFailureReason, type Work } from '../domain/effect';
import type { ConversationId, ProjectId } from '../domain/ids';
import { ConversationIdSchema } from './idSchemas';
import { deadPrefix, deadRef } from './keys';
import { readRecord, type RecordKind } from './record';

/** Copy of a conversation's dead letter for project settings; the conversation's own list is the truth. */
export type DeadLetterRow = {
  readonly version: 1;
  readonly conversation: ConversationId;
  readonly effect: string;
  readonly work: Work['kind'];
  readonly reason: JiraFailureReason;
  readonly detail?: string;
  readonly issueKey?: string;
  readonly at: number;
};

const WORKS = [
  'send-message',
  'ensure-customer',
  'create-request',
  'link-request',
  'retire-request',
  'catch-up',
  'mirror',
  'note',
  'sync-property',
  'transition',
  'assign',
  'remark',
  'transcript',
  'attach',
  'show-file',
  'show-answer',
] as const satisfies readonly Work['kind'][];

const ROW: RecordKind<DeadLetterRow> = {
  name: 'dead letter',
  version: 1,
  schema: z.object({
    version: z.literal(1),
    conversation: ConversationIdSchema,
    effect: z.string(),
    work: z.enum(WORKS),
    reason: z.enum(JIRA_FAILURE_REASONS),
    detail: z.string().exactOptional(),
    issueKey: z.string().exactOptional(),
    at: z.number(),
  }) satisfies z.ZodType<DeadLetterRow>,
};

export const saveDeadLetter = (store: Ports['store'], row: Omit<DeadLetterRow, 'version'>): Promise<void> =>
  store.put(deadRef(row.conversation, row.effect), { version: 1, ...row });

/** It was replayed, or its conversation is gone. */
export const removeDeadLetter = (store: Ports['store'], conversation: ConversationId, effect: string): Promise<void> =>
  store.delete(deadRef(conversation, effect));

/** Newest first, at most 100: a list for people, eventually consistent. */
export async function listDeadLetters(store: Ports['store'], project: ProjectId): Promise<readonly DeadLetterRow[]> {
  const { rows } = await store.query({ kind: 'prefix', prefix: deadPrefix(project), limit: 100 });
  return rows.map(({ value }) => readRecord(ROW, value)).sort((one, other) => other.at - one.at);
}
