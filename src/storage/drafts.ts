import { z } from 'zod';
import type { Ports } from '../app/ports';
import type { Draft } from '../domain/draft';
import type { AccountId, ConversationId } from '../domain/ids';
import { MessageKeySchema } from './idSchemas';
import { draftRef } from './keys';
import { readRecord, type RecordKind } from './record';

export const DRAFT_DAYS = 7;
const LIFE_MS = DRAFT_DAYS * 24 * 3_600_000;

type StoredDraft = Draft & { readonly version: 1 };

const DRAFT: RecordKind<StoredDraft> = {
  name: 'draft',
  version: 1,
  schema: z.object({
    version: z.literal(1),
    at: z.number(),
    draftId: z.string(),
    text: z.string(),
    quotes: MessageKeySchema.exactOptional(),
    internal: z.string(),
    template: z
      .object({ template: z.string(), language: z.string(), typed: z.record(z.string(), z.string()) })
      .exactOptional(),
  }) satisfies z.ZodType<StoredDraft>,
};

type Needs = Pick<Ports, 'store' | 'clock'>;
type Whose = { readonly conversation: ConversationId; readonly agent: AccountId };

/** What this agent has begun in this conversation. An expired record may still be read (forge.md 3): its own time counts. */
export async function loadDraft({ store, clock }: Needs, whose: Whose): Promise<Draft | undefined> {
  const stored = await store.get(draftRef(whose));
  if (!stored) return undefined;
  const { version: _, ...draft } = readRecord(DRAFT, stored);
  return draft.at + LIFE_MS > clock.now() ? draft : undefined;
}

export const saveDraft = ({ store }: Needs, whose: Whose, draft: Draft): Promise<void> =>
  store.put(draftRef(whose), { version: 1, ...draft }, LIFE_MS / 1_000);

export const dropDraft = ({ store }: Needs, whose: Whose): Promise<void> => store.delete(draftRef(whose));
