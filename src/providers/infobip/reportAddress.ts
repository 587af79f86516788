import { createHmac } from 'node:crypto';
import type { Channel } from '../../domain/contact';
import type { OutboundMessage } from '../outboundMessage';
import type { WebhookRequest } from '../provider';
import { sameText } from '../sameText';
import { keyInStatusPath } from '../statusPath';

/** Which message a report is about, and the business number that sent it: WhatsApp's reports name no sender. */
export type Sent = { readonly key: string; readonly channel: Channel; readonly receiver: string };

/**
 * The address that Infobip is told, with each message, to report to. The webhook security of the account covers the
 * addresses of subscriptions, not these, so the address proves itself: it is ours, and it lets in reports about that one
 * message alone.
 */
export function reportAddress({ statusUrl, key, channel, from }: OutboundMessage, secret: string): string {
  const query = new URLSearchParams({
    channel,
    number: from,
    proof: proofOf({ key, channel, receiver: from }, secret),
  });
  return `${statusUrl}?${query.toString()}`;
}

/** What the address says, whoever wrote it; undefined for the connection's own address. */
export function sentFrom({ suffix, query }: WebhookRequest): Sent | undefined {
  const [key, receiver] = [keyInStatusPath(suffix), query.number];
  const channel = channelOf(query.channel);
  return key && channel && receiver ? { key, channel, receiver } : undefined;
}

/** Undefined where the address claims no proof. */
export function isProven(request: WebhookRequest, secret: string): boolean | undefined {
  const { proof } = request.query;
  const sent = sentFrom(request);
  if (proof === undefined) return undefined;
  return sent !== undefined && sameText(proof, proofOf(sent, secret));
}

/** The same facts, for reports that come to the connection's own address. */
export const callbackData = ({ key, channel, from }: OutboundMessage): string => [channel, from, key].join(' ');

export function sentIn(data: string | undefined): Sent | undefined {
  const [channel, receiver, key, ...more] = (data ?? '').split(' ');
  const known = channelOf(channel);
  return known && receiver && key && more.length === 0 ? { key, channel: known, receiver } : undefined;
}

const proofOf = ({ key, channel, receiver }: Sent, secret: string): string =>
  createHmac('sha256', secret).update(`report ${channel} ${receiver} ${key}`, 'utf8').digest('hex');

const channelOf = (raw: string | undefined): Channel | undefined =>
  raw === 'whatsapp' || raw === 'sms' ? raw : undefined;
