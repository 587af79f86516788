/** Named string types. A raw string never crosses a border: these functions build and parse them, nothing else does. */
export type Brand<Name extends string> = string & { readonly __brand: Name };

/** E.164 with its plus sign, e.g. `+491701234567`; 15 digits at most (ITU-T E.164). */
export type PhoneNumber = Brand<'PhoneNumber'>;
/** Keyed hash of a contact's first address: 32 hex characters. */
export type ContactId = Brand<'ContactId'>;
/** `<projectId>.<contactId>.<n>`: says which head it belongs to. Also the intent of its request. */
export type ConversationId = Brand<'ConversationId'>;
/** `<conversationId>:<sequence>`, sequence of six digits or more: the message's record is `message:<MessageKey>`. */
export type MessageKey = Brand<'MessageKey'>;
export type ConnectionId = Brand<'ConnectionId'>;
/** 20 hex characters derived from provider and receiver: see `numberId`. */
export type NumberId = Brand<'NumberId'>;
export type ProjectId = Brand<'ProjectId'>;
export type IssueId = Brand<'IssueId'>;
export type AccountId = Brand<'AccountId'>;

/** Reads `+` and 4 to 15 digits; anything else is not a phone number in E.164. */
export function parsePhoneNumber(raw: string): PhoneNumber | undefined {
  return /^\+[1-9]\d{3,14}$/.test(raw) ? (raw as PhoneNumber) : undefined;
}

export const digitsOf = (phone: PhoneNumber): string => phone.slice(1);

export const conversationId = (project: ProjectId, contact: ContactId, ordinal: number): ConversationId =>
  `${project}.${contact}.${ordinal}` as ConversationId;

export const messageKey = (conversation: ConversationId, sequence: number): MessageKey =>
  `${conversation}:${String(sequence).padStart(6, '0')}` as MessageKey;

/** The how manieth conversation of its head it is, from 1. */
export const ordinalOf = (conversation: ConversationId): number => Number(conversation.split('.')[2]);

/** The head a conversation belongs to. @throws when the id was not made by `conversationId`. */
export function headOf(conversation: ConversationId): { project: ProjectId; contact: ContactId } {
  const [project, contact, ordinal] = conversation.split('.');
  if (!project || !contact || !ordinal) throw new Error(`not a conversation id: ${conversation}`);
  return { project: project as ProjectId, contact: contact as ContactId };
}

/** Reads a message key that comes back from outside (a provider's report). Undefined when it is not one of ours. */
export function parseMessageKey(
  raw: string,
): { key: MessageKey; conversation: ConversationId; sequence: number } | undefined {
  const found = /^(\d+\.[0-9a-f]{32}\.\d+):(\d{6,})$/.exec(raw);
  if (!found?.[1] || !found[2]) return undefined;
  return { key: raw as MessageKey, conversation: found[1] as ConversationId, sequence: Number(found[2]) };
}

export const asContactId = (raw: string): ContactId => checked(raw, /^[0-9a-f]{32}$/) as ContactId;
export const asConversationId = (raw: string): ConversationId =>
  checked(raw, /^\d+\.[0-9a-f]{32}\.\d+$/) as ConversationId;
export const asConnectionId = (raw: string): ConnectionId => checked(raw, /^[0-9a-zA-Z-]{1,64}$/) as ConnectionId;
export const asNumberId = (raw: string): NumberId => checked(raw, /^[0-9a-f]{20}$/) as NumberId;
export const asProjectId = (raw: string): ProjectId => checked(raw, /^\d+$/) as ProjectId;
export const asIssueId = (raw: string): IssueId => checked(raw, /^\d+$/) as IssueId;
export const asAccountId = (raw: string): AccountId => checked(raw, /^[^\s/?#]{1,128}$/) as AccountId;

function checked(raw: string, shape: RegExp): string {
  if (!shape.test(raw)) throw new Error(`malformed id: ${JSON.stringify(raw.slice(0, 80))}`);
  return raw;
}
