import type { z } from 'zod';
import type { ContactAddress } from '../../domain/contact';
import { addressesOf } from '../addresses';
import { word } from '../lenient';
import type { ProviderEvent } from '../providerEvent';
import { contentOf, referralOf, quotedBy } from './content';
import { Contact, Conversation, e164, epochMs, Message, type Webhook } from './payloads';
import { conversationReport } from './statuses';
import { statusPathIn } from './statusPath';

type Outcome = ProviderEvent | string;

/** What a webhook of the Conversations API tells about WhatsApp, or why it is left out. */
export function conversationEvent(webhook: z.infer<typeof Webhook>, suffix: string): Outcome {
  const path = statusPathIn(suffix);
  const contact = Contact.safeParse(webhook.contact).data ?? {};
  const parsed = Message.safeParse(webhook.message);
  if (path) return conversationReport(webhook, path);
  if (!parsed.success) return conversationChange(webhook, contact);
  const message = parsed.data;
  // SMS has webhooks of its own; other platforms are not carried. `whatsapp_sandbox` is answered at another host (its SDKs say).
  if (message.platform && message.platform !== 'whatsapp') return `platform ${word(message.platform)}`;
  if (message.direction === 'received') return received(webhook.type, message, contact);
  // `message.created` comes for what we sent as well; without our key in it somebody wrote elsewhere, e.g. in the Inbox.
  const isStaff = webhook.type === 'message.created' && !message.source?.omnichat;
  return isStaff ? echo(message, contact) : conversationReport(webhook, {});
}

/** S0-19: an archived conversation is closed in the Inbox. Other changes concern nobody here. */
function conversationChange({ type, conversation: raw }: z.infer<typeof Webhook>, contact: Contact): Outcome {
  const conversation = Conversation.safeParse(raw).data;
  const kind = word(type ?? 'unknown');
  if (kind !== 'conversation.updated' || conversation?.status !== 'archived') return `event ${kind}`;
  const { lastUsedChannelId: receiver, lastUsedPlatformId: platform = 'whatsapp' } = conversation;
  const [first, ...others] = addressesIn(undefined, contact);
  if (platform !== 'whatsapp') return `platform ${word(platform)}`;
  if (!receiver || !first) return 'conversation without a contact';
  const at = epochMs(conversation.updatedDatetime);
  return { kind: 'closed', receiver, channel: 'whatsapp', from: [first, ...others], ...(at !== undefined && { at }) };
}

function received(type: string | undefined, message: Message, contact: Contact): Outcome {
  const [first, ...others] = addressesIn(message.from, contact);
  if (!first) return 'message without a sender';
  const change = changeOf(type, message);
  if (typeof change === 'string') return change;
  const at = epochMs(change.isDeletion ? message.updatedDatetime : message.createdDatetime);
  const [name, display, quotes, referral] = [nameOf(contact), e164(message.to), quotedBy(message), referralOf(message)];
  return {
    kind: 'message',
    receiver: message.channelId,
    ...(display && { receiverDisplay: display }),
    channel: 'whatsapp',
    providerId: change.isDeletion ? `${message.id}/deleted` : message.id,
    from: [first, ...others],
    ...(name && { name }),
    content: change.isDeletion ? { kind: 'deletion', target: message.id } : contentOf(message),
    ...(quotes && { quotes }),
    ...(referral && { referral }),
    ...(at !== undefined && { at }),
  };
}

/** A file that is still on its way comes without its address and once more, updated, with it: only then is it taken in. */
function changeOf(type: string | undefined, { status, type: kind }: Message): { isDeletion: boolean } | string {
  if (status === 'deleted') return { isDeletion: true };
  if (status === 'pending_media') return 'media on its way';
  if (kind === 'event') return 'event message';
  return type === 'message.created' || status === 'received' ? { isDeletion: false } : `update ${word(status ?? '')}`;
}

function echo(message: Message, contact: Contact): Outcome {
  const [first, ...others] = addressesIn(message.to, contact);
  if (!first) return 'echo without a contact';
  const at = epochMs(message.createdDatetime);
  return {
    kind: 'echo',
    receiver: message.channelId,
    channel: 'whatsapp',
    providerId: message.id,
    to: [first, ...others],
    content: contentOf(message),
    ...(at !== undefined && { at }),
  };
}

/** The message's own word first: the contact may have been merged from others. A user without a phone shows a user id. */
const addressesIn = (raw: string | undefined, { msisdn }: Contact): ContactAddress[] =>
  addressesOf(e164(raw) ?? e164(msisdn), [raw ?? '']);

/** MessageBird names a contact it knows nothing of by the number. */
function nameOf({ displayName, firstName, lastName }: Contact): string | undefined {
  const names = [displayName, [firstName, lastName].filter(Boolean).join(' ')].map((name) => name?.trim() ?? '');
  return names.find((name) => /[^+\d\s]/.test(name));
}
