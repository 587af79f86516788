import { z } from 'zod';
import { asConversationId } from '../domain/ids';

const ConversationIdShape = z
  .string()
  .regex(/^\d+\.[0-9a-f]{32}\.\d+$/)
  .transform(asConversationId);

/**
 * What our property on a request says: which creation it comes from, which conversation it belongs to, and up to which message
 * its first description told. Facts about the conversation stand beside these (see `writeFacts`).
 */
export const RequestMarker = z.object({
  intent: ConversationIdShape,
  conversation: ConversationIdShape,
  upTo: z.number().int().nonnegative().exactOptional(),
});
export type RequestMarker = z.infer<typeof RequestMarker>;

/** On what holds the customer's messages of a conversation, a comment or a description: up to which it tells them. */
export const CopyMarker = z.object({ conversation: ConversationIdShape, upTo: z.number().int().nonnegative() });
export type CopyMarker = z.infer<typeof CopyMarker>;

/** What our property on a comment says: what it was written for, so that a write of unknown outcome can be found again. */
export const CommentMarker = z.union([
  CopyMarker,
  /** An agent's answer: the message key. */
  z.object({ message: z.string() }),
  /** An internal note: the id of the effect that wrote it. */
  z.object({ note: z.string() }),
]);
export type CommentMarker = z.infer<typeof CommentMarker>;
