import { z } from 'zod';
import { addressValue, type ContactAddress } from '../../domain/contact';
import type { SendFailure } from '../../domain/delivery';
import { digitsOf } from '../../domain/ids';
import { fail, ok, type Result } from '../../domain/result';
import { list, maybe } from '../lenient';
import type { OutboundMessage } from '../outboundMessage';
import { parseJson } from '../parseJson';
import type { ProviderAnswer, ProviderRequest, ReadMark, Receipt } from '../provider';
import { type ProviderError, sendResult } from '../sendResult';
import { type Account, postRequest } from './account';
import { errorIn, errorOf, reasonFor, reasonOfAnswer } from './errors';
import { bare, Explained } from './payloads';
import { callbackData, reportAddress } from './reportAddress';
import { sentContent } from './sentContent';

/** Longer validity is set back to 48 hours by Infobip (OpenAPI 3.210.0, `/sms/3/messages`, read 2026-11). */
const VALIDITY_SECONDS = { min: 1, max: 172_800 };

export function toRequest(
  message: OutboundMessage,
  account: Account,
  webhookSecret: string,
): Result<ProviderRequest, SendFailure> {
  const reports = reportAddress(message, webhookSecret);
  if (message.channel === 'whatsapp') return ok(whatsApp(message, account, reports));
  const { content, to } = message;
  if (content.kind !== 'text') return fail({ reason: 'cannot-carry-media' });
  if (to.kind !== 'phone') return fail({ reason: 'no-address' });
  return ok(postRequest(account, '/sms/3/messages', { messages: [sms(message, content.text, reports)] }));
}

/** https://www.infobip.com/docs/api/channels/whatsapp/whatsapp-outbound-messages (read 2026-11) */
function whatsApp(message: OutboundMessage, account: Account, notifyUrl: string): ProviderRequest {
  const { path, content, isBulk } = sentContent(message.content);
  const one = {
    from: bare(message.from),
    to: recipientOf(message.to),
    content,
    callbackData: callbackData(message),
    notifyUrl,
    ...(message.quotes && { context: { replyToMessageId: message.quotes } }),
  };
  return postRequest(account, `/whatsapp/1/message/${path}`, isBulk ? { messages: [one] } : one);
}

/** https://www.infobip.com/docs/api/channels/sms/outbound-sms/send-sms-messages (read 2026-11) */
const sms = (message: OutboundMessage, text: string, reports: string) => ({
  sender: bare(message.from),
  destinations: [{ to: recipientOf(message.to) }],
  content: { text },
  ...validityOf(message),
  webhooks: { delivery: { url: reports }, contentType: 'application/json', callbackData: callbackData(message) },
});

/** X22. */
function validityOf({ validitySeconds }: OutboundMessage): object {
  if (validitySeconds === undefined) return {};
  const amount = Math.min(Math.max(validitySeconds, VALIDITY_SECONDS.min), VALIDITY_SECONDS.max);
  return { options: { validityPeriod: { amount, timeUnit: 'SECONDS' } } };
}

/** WhatsApp takes a user id in the place of a number. */
const recipientOf = (to: ContactAddress): string => (to.kind === 'phone' ? digitsOf(to.phone) : addressValue(to));

/** A 200 may carry a message that was rejected; what happens to a good one is told later, in reports. */
export function readAnswer(answer: ProviderAnswer): Result<Receipt, SendFailure> {
  const body = parseJson(answer.body);
  const { messageId, status } = acceptedIn(body) ?? {};
  const isRefused = status?.groupId !== undefined && REFUSED_GROUPS.has(status.groupId);
  if (status && isRefused) {
    const error = errorOf({ status });
    return sendResult(answer, { providerId: undefined, error }, () => reasonFor({ status }));
  }
  return sendResult(answer, { providerId: messageId, error: answerError(answer, body) }, reasonOfAnswer);
}

/** "Something went wrong" does not say that the message was refused: it may have gone. */
const answerError = ({ status }: ProviderAnswer, body: unknown): ProviderError | undefined =>
  status >= 500 ? undefined : errorIn(body);

/** Undeliverable, expired, rejected. */
const REFUSED_GROUPS = new Set([2, 4, 5]);

/** Templates and SMS are answered as a list of one. */
function acceptedIn(body: unknown): z.infer<typeof Accepted> | undefined {
  const [first] = z.object({ messages: list }).safeParse(body).data?.messages ?? [];
  return Accepted.safeParse(first ?? body).data;
}

const Accepted = z.object({ messageId: z.string().min(1), status: maybe(Explained) });

/** https://www.infobip.com/docs/api/channels/whatsapp/whatsapp-inbound-messages/mark-whatsapp-message-as-read (read 2026-11) */
export function markRead({ channel, from, providerId }: ReadMark, account: Account): ProviderRequest | undefined {
  if (channel !== 'whatsapp') return undefined;
  const [sender, message] = [bare(from), providerId].map(encodeURIComponent);
  return postRequest(account, `/whatsapp/1/senders/${sender}/message/${message}/read`, {});
}
