import { z } from 'zod';
import type { SendFailure } from '../../domain/delivery';
import { digitsOf } from '../../domain/ids';
import { fail, ok, type Result } from '../../domain/result';
import { maybe } from '../lenient';
import type { OutboundMessage } from '../outboundMessage';
import { parseJson } from '../parseJson';
import type { ProviderAnswer, ProviderRequest, Receipt } from '../provider';
import { sendResult } from '../sendResult';
import { errorIn, postJson } from './api';
import { INTERNAL_ERROR, requestReason } from './errors';
import { sentContent } from './sentContent';
import { statusUrlOf } from './statusPath';

/** WhatsApp goes through the Conversations API, SMS through the SMS API. */
export function toRequest(message: OutboundMessage, accessKey: string): Result<ProviderRequest, SendFailure> {
  const { to, content } = message;
  // No send to a WhatsApp user id is documented.
  if (to.kind !== 'phone') return fail({ reason: 'no-address' });
  if (message.channel === 'whatsapp') return ok(conversationsRequest(message, to.phone, accessKey));
  if (content.kind !== 'text') return fail({ reason: 'cannot-carry-media' });
  return ok(smsRequest(message, { body: content.text, recipient: digitsOf(to.phone) }, accessKey));
}

// https://developers.messagebird.com/api/conversations#send-message (read 2026-11)
const conversationsRequest = (message: OutboundMessage, to: string, accessKey: string): ProviderRequest =>
  postJson('https://conversations.messagebird.com/v1/send', accessKey, {
    to,
    from: message.from,
    ...sentContent(message.content),
    reportUrl: statusUrlOf(message.statusUrl, message.from),
    // Comes back with the message, so that what we sent is told from what staff write in the Inbox.
    source: { omnichat: message.key },
  });

type Sms = { readonly body: string; readonly recipient: string };

// https://developers.messagebird.com/api/sms-messaging#send-outbound-sms (read 2026-11)
function smsRequest(message: OutboundMessage, { body, recipient }: Sms, accessKey: string): ProviderRequest {
  const { from, key, statusUrl, validitySeconds } = message;
  return postJson('https://rest.messagebird.com/messages', accessKey, {
    originator: from.replace(/^\+/, ''),
    recipients: [recipient],
    body,
    // The default leaves out every character that GSM 03.38 does not have.
    datacoding: 'auto',
    // No report comes without a reference.
    reference: key,
    reportUrl: statusUrlOf(statusUrl, from),
    ...(validitySeconds !== undefined && { validity: Math.max(1, validitySeconds) }),
  });
}

export function readAnswer(answer: ProviderAnswer): Result<Receipt, SendFailure> {
  const body = parseJson(answer.body);
  const error = errorIn(body);
  const told = error?.code === INTERNAL_ERROR ? undefined : error;
  return sendResult(answer, { providerId: Accepted.safeParse(body).data?.id, error: told }, requestReason);
}

const Accepted = z.object({ id: z.string().min(1), status: maybe(z.string()) });
