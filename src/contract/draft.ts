import { z } from 'zod';
import type { MessageView } from './messageViews';

/** Together with the texts well below what one record may hold (240 KiB). */
const MOST_TYPED = 20_000;

/** A template being filled in: what was typed, by the path of each value. */
const TemplateDraft = z.object({
  template: z.string().max(512),
  language: z.string().max(20),
  typed: z
    .record(z.string().max(40), z.string().max(2_000))
    .refine((typed) => JSON.stringify(typed).length <= MOST_TYPED),
});

/** What an agent has begun in the composer and not sent; empty: nothing. `draftId`: what the text would be sent as. */
export const DraftInput = z.object({
  draftId: z.uuid(),
  text: z.string().max(20_000),
  /** Key of the message that it replies to. */
  quotes: z.string().max(200).exactOptional(),
  internal: z.string().max(20_000),
  template: TemplateDraft.exactOptional(),
});
export type DraftInput = z.infer<typeof DraftInput>;

/** What the agent had begun when they left. */
export type DraftView = Omit<DraftInput, 'quotes'> & { readonly quoted?: MessageView };
