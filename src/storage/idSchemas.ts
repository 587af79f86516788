import { z } from 'zod';
import {
  asAccountId,
  asConnectionId,
  asContactId,
  asConversationId,
  asIssueId,
  asNumberId,
  asProjectId,
  parseMessageKey,
  parsePhoneNumber,
  type ConversationId,
} from '../domain/ids';

/** Named string types as they come out of a record. */
export const ConnectionIdSchema = idSchema(asConnectionId);
export const NumberIdSchema = idSchema(asNumberId);
export const ProjectIdSchema = idSchema(asProjectId);
export const ContactIdSchema = idSchema(asContactId);
export const ConversationIdSchema = idSchema(asConversationId);
export const IssueIdSchema = idSchema(asIssueId);
export const AccountIdSchema = idSchema(asAccountId);
export const MessageKeySchema = idSchema((raw) => wanted(parseMessageKey(raw)?.key));
export const PhoneNumberSchema = idSchema((raw) => wanted(parsePhoneNumber(raw)));

/** Undefined for what is no id of a conversation. */
export const parseConversationId = (raw: string): ConversationId | undefined =>
  ConversationIdSchema.safeParse(raw).data;

function idSchema<Id extends string>(parse: (raw: string) => Id): z.ZodType<Id, string> {
  return z.string().transform((raw, context) => {
    try {
      return parse(raw);
    } catch {
      context.addIssue({ code: 'custom', message: 'malformed id' });
      return z.NEVER;
    }
  });
}

function wanted<Id extends string>(id: Id | undefined): Id {
  if (id === undefined) throw new Error('malformed id');
  return id;
}
