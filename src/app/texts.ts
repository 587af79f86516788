import { shortValue, type Channel, type ContactAddress } from '../domain/contact';
import type { Remark } from '../domain/effect';
import { providersWords, type FailureReason, type SendFailure } from '../domain/delivery';
import { fill } from '../domain/text/fill';
import { CHANNEL_NAME } from '../domain/text/summary';

/** Sentences that OmniChat itself writes into Jira. Those of screens live in static/locales. */
const NOT_DELIVERED: Record<FailureReason, string> = {
  'window-closed': 'the 24-hour window has closed. The customer can reopen it by writing.',
  suppressed: 'the customer has opted out of messages.',
  'conversation-closed': 'the conversation is closed.',
  'conversation-paused': 'the conversation is paused.',
  'conversation-locked': 'the conversation is locked.',
  'other-owner': 'the phone belongs to somebody else now.',
  'address-left': 'the customer has another phone or WhatsApp account by now. Send it again to reach them there.',
  'contact-blocked': 'the customer is blocked in OmniChat. Unblock them in the OmniChat tab to answer.',
  'written-before-start':
    'it was written before the conversation began. Send it in OmniChat if it is meant for the customer.',
  'written-after-close': 'it was written after the request was done. Reopen the request to answer.',
  'comment-too-old': 'OmniChat learned of it more than an hour after it was written.',
  withdrawn: 'its comment was deleted or made internal before it was sent.',
  'number-removed': 'the business number was removed from OmniChat.',
  'no-address': 'no phone number of the customer is known.',
  'no-reply': 'the message came from a name or a short number, which nobody can answer.',
  'cannot-carry-media':
    'it shows a file that is none of this request, or cannot be sent there. Nothing of it was sent.',
  'sms-text-only': 'SMS cannot carry pictures, videos or attachments.',
  'files-off': 'this project sends no files to customers.',
  'too-many-files': 'it has more files than one answer can carry. Nothing of it was sent.',
  'file-too-large': 'the file is larger than this channel carries.',
  'file-gone': 'the file is not on the request any more.',
  'file-unavailable': 'the file could not be read from Jira or handed over.',
  'quote-gone': 'the message that it replies to cannot be quoted any more.',
  'sent-meanwhile': 'somebody else has just sent it.',
  empty: 'it holds no text.',
  'too-long': 'the text is too long for this channel.',
  'too-many-parts': 'the text needs too many SMS parts.',
  'quiet-hours': 'the customer has not written yet, and nobody is texted out of the blue in the quiet hours.',
  'opted-out': 'the customer has opted out of messages.',
  'marketing-stopped':
    'the customer has stopped marketing messages, such as this template. Other answers still reach them.',
  blocked: 'the customer cannot get messages from this number.',
  'blocked-by-us': 'your business has blocked this customer at the provider. An administrator can unblock them there.',
  unreachable: 'the customer cannot be reached there.',
  'rate-limited': 'the provider takes no more messages for the moment.',
  'too-fast': 'there were too many messages to this customer in a short time.',
  'provider-down': 'the provider is not available.',
  'no-answer': 'the provider did not answer, so we do not know whether the message arrived.',
  template: 'the message template was refused.',
  media: 'the file was refused.',
  credentials: 'the provider refused our credentials. An administrator must check the connection.',
  account: 'the provider has suspended or limited the account. An administrator must look at it.',
  capped: 'the provider limits messages to this customer for now.',
  refused: 'the provider refused it.',
};

export type NotDelivered = {
  readonly failure: SendFailure;
  readonly route: { readonly channel: Channel; readonly address: ContactAddress };
  readonly name: string | undefined;
  readonly timeZone: string;
};

/** `Not delivered to +4915117607506 on WhatsApp: the 24-hour window has closed.` with the provider's own words behind. */
export function notDelivered({ failure, route, name }: NotDelivered): string {
  const sentence = fill('{verdict} {to} on {channel}: {reason}', {
    verdict: failure.reason === 'no-answer' ? 'Perhaps not delivered to' : 'Not delivered to',
    to: addressName(route.address, name),
    channel: CHANNEL_NAME[route.channel],
    reason: NOT_DELIVERED[failure.reason],
  });
  const own = providersWords(failure);
  return own === '' ? sentence : `${sentence} ${own}`;
}

/** What an internal note of fixed text says. */
export const remarkText = (remark: Remark, channel: Channel): string =>
  fill(REMARKS[remark], { channel: CHANNEL_NAME[channel] });

const REMARKS: Record<Remark, string> = {
  unread: 'New {channel} message – open the OmniChat tab',
  'another-active':
    'The OmniChat conversation of this request stays closed: the customer has another active one. Pause that one to go on here.',
  'contact-blocked':
    'The OmniChat conversation of this request stays closed: the customer is blocked. Unblock them in the OmniChat tab to go on here.',
  'other-owner':
    'The OmniChat conversation of this request is closed for good: the phone belongs to somebody else now.',
  'left-service':
    'The OmniChat conversation of this request is closed: the request is in no service project any more. When the customer writes again, a new request is opened.',
  locked: 'The OmniChat conversation of this request stays closed: it is locked. Unlock it to go on here.',
};

/** Stands on a second request that was made for one conversation. */
export const duplicateText = (issueKey: string): string =>
  fill('Duplicate of {key}: OmniChat goes on there. Nothing written here reaches the customer.', { key: issueKey });

export const transcriptTitle = (isFirst: boolean, channel: Channel): string =>
  `${isFirst ? 'Transcript' : 'Transcript, continued'} (${CHANNEL_NAME[channel]})`;

/** How an agent knows the customer: the number, else the name, else what the address tells. */
export function addressName(address: ContactAddress, name: string | undefined): string {
  if (address.kind === 'phone') return address.phone;
  return name ?? shortValue(address);
}

/** Stands above a customer's words where the app had to write them. */
export const customerHeader = (address: ContactAddress, name: string | undefined, channel: Channel): string =>
  `${name ?? addressName(address, name)} (${CHANNEL_NAME[channel]})`;

/** Stands above an agent's words where the app had to write them. */
export const agentHeader = (name: string): string => `${name} (OmniChat)`;

/** Stands above what staff wrote to the customer in the provider's own app or inbox. */
export const staffHeader = (channel: Channel): string =>
  fill('Sent on {channel} outside OmniChat', { channel: CHANNEL_NAME[channel] });
