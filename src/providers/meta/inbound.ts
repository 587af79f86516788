import { word } from '../lenient';
import { parseJson } from '../parseJson';
import type { WebhookRequest } from '../provider';
import { type Outcome, parsedWebhook, TEMPLATES_CHANGED } from '../parsedWebhook';
import type { ParsedWebhook, ProviderEvent } from '../providerEvent';
import { contentOf } from './content';
import { e164, identityOf, sendersOf, userIdUpdate } from './identity';
import {
  Change,
  Entry,
  Envelope,
  epochMs,
  GraphError,
  InboundMessage,
  type Metadata,
  Person,
  Status,
  Value,
} from './payloads';
import { echoOf } from './echo';
import { reportOf } from './statuses';

/** Every event of a body: Meta batches entries, changes, messages and statuses. */
export function parse({ body }: WebhookRequest): ParsedWebhook {
  return parsedWebhook(envelope(parseJson(body)));
}

function envelope(raw: unknown): Outcome[] {
  const parsed = Envelope.safeParse(raw);
  if (!parsed.success) return ['unreadable body'];
  if (parsed.data.object !== 'whatsapp_business_account') return [`object ${word(parsed.data.object)}`];
  return parsed.data.entry.flatMap(
    (entry) => Entry.safeParse(entry).data?.changes.flatMap(change) ?? 'unreadable entry',
  );
}

function change(raw: unknown): Outcome[] {
  const parsed = Change.safeParse(raw);
  if (!parsed.success) return ['unreadable change'];
  if (parsed.data.field === 'user_id_update') return identities(parsed.data.value);
  if (parsed.data.field === 'smb_message_echoes') return echoes(parsed.data.value);
  if (TEMPLATE_FIELDS.includes(parsed.data.field)) return [TEMPLATES_CHANGED];
  // Group and preference changes, a template's quality and category: none of them is a message to an agent.
  if (parsed.data.field !== 'messages') return [`field ${word(parsed.data.field)}`];
  const value = Value.safeParse(parsed.data.value);
  if (!value.success || !value.data.metadata) return ['change without a receiver'];
  const { metadata, contacts, messages, statuses, errors } = value.data;
  const people = contacts.flatMap((person) => Person.safeParse(person).data ?? []);
  const outcomes = [
    ...messages.map((message) => inbound(message, metadata, { people, isOnly: messages.length === 1 })),
    ...statuses.map((status) => report(status, metadata)),
  ];
  return outcomes.length > 0 ? outcomes : errors.map(accountError);
}

/** What may be sent, and with which parts. */
const TEMPLATE_FIELDS = ['message_template_status_update', 'message_template_components_update'];

function identities(raw: unknown): Outcome[] {
  const value = Value.safeParse(raw);
  const { metadata, user_id_update: updates = [] } = value.data ?? {};
  return metadata ? updates.map((update) => userIdUpdate(update, metadata)) : ['change without a receiver'];
}

function echoes(raw: unknown): Outcome[] {
  const { metadata, message_echoes = [] } = Value.safeParse(raw).data ?? {};
  return metadata ? message_echoes.map((message) => echoOf(message, metadata)) : ['change without a receiver'];
}

/** The people of a change; `isOnly`: its messages are one. */
type Beside = { readonly people: readonly Person[]; readonly isOnly: boolean };

function inbound(raw: unknown, metadata: Metadata, beside: Beside): Outcome {
  const parsed = InboundMessage.safeParse(raw);
  if (!parsed.success) return 'unreadable message';
  const message = parsed.data;
  if (message.group_id) return 'group message';
  if (message.type === 'request_welcome') return 'request_welcome message';
  const named = personOf(message, beside.people);
  if (message.type === 'system') return identityOf(message, metadata, named);
  const person = named ?? onlyPerson(beside);
  const [first, ...others] = sendersOf(message, person);
  if (!first) return 'message without a sender';
  const at = epochMs(message.timestamp);
  const name = person?.profile?.name?.trim();
  return {
    kind: 'message',
    receiver: metadata.phone_number_id,
    ...displayOf(metadata),
    channel: 'whatsapp',
    providerId: message.id,
    from: [first, ...others],
    ...(name && { name }),
    content: contentOf(message),
    // A forwarded message has a context without an id.
    ...(message.context?.id && { quotes: message.context.id }),
    ...referralOf(message),
    ...(at !== undefined && { at }),
  };
}

/** Of an advertisement or post that opens a chat. */
function referralOf({ referral }: InboundMessage): Pick<Extract<ProviderEvent, { kind: 'message' }>, 'referral'> {
  if (!referral) return {};
  const { source_url: url, headline, body } = referral;
  return { referral: { ...(url && { url }), ...(headline && { headline }), ...(body && { body }) } };
}

function report(raw: unknown, metadata: Metadata): Outcome {
  const parsed = Status.safeParse(raw);
  return parsed.success ? reportOf(parsed.data, metadata.phone_number_id) : 'unreadable status';
}

const accountError = (raw: unknown): string =>
  `account error ${String(GraphError.safeParse(raw).data?.code ?? 'unknown')}`;

/** The list of contacts is not in the order of the messages: they are joined by phone number, else by user id. */
const personOf = (message: InboundMessage, people: readonly Person[]): Person | undefined =>
  people.find((person) => person.wa_id !== undefined && person.wa_id === message.from) ??
  people.find(({ user_id }) => user_id !== undefined && [message.from_user_id, message.from].includes(user_id));

/** Where `from` is missing, or spells the number otherwise than `wa_id` (Brazil, Mexico, Argentina), one beside one is the sender. */
const onlyPerson = ({ people, isOnly }: Beside): Person | undefined =>
  isOnly && people.length === 1 ? people[0] : undefined;

function displayOf({ display_phone_number: raw }: Metadata): { receiverDisplay?: string } {
  const display = e164(raw) ?? raw;
  return display ? { receiverDisplay: display } : {};
}
