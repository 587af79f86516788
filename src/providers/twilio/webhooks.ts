import { z } from 'zod';
import { list, maybe } from '../lenient';
import { parseJson } from '../parseJson';
import type { NumberAsked, ProviderAnswer, WebhookPlace, WebhookRequests } from '../provider';
import { isGood } from '../sendResult';
import { basic, getRequest } from './outbound';
import { WHATSAPP } from './payloads';
import type { TwilioCredentials } from './verify';

const MESSAGING = 'https://messaging.twilio.com';
/** The most that a page holds; one that is not full is the whole list. */
const PAGE = 1_000;

/**
 * An SMS number tells its address itself, unless a Messaging Service takes its messages: any service's address counts as
 * well. WhatsApp senders have a list of their own.
 * https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource,
 * https://www.twilio.com/docs/messaging/api/service-resource, https://www.twilio.com/docs/whatsapp/api/senders (read 2026-11)
 */
export const webhookRequests = (credentials: TwilioCredentials): WebhookRequests => {
  const get = (path: string) => ({ method: 'GET' as const, url: `${MESSAGING}/${path}`, headers: basic(credentials) });
  return {
    toRequests: () => [
      getRequest(credentials, `IncomingPhoneNumbers.json?PageSize=${PAGE}`),
      get('v1/Services?PageSize=100'),
      get('v2/Channels/Senders?Channel=whatsapp&PageSize=100'),
    ],
    readAnswers([numbers, services, senders], asked) {
      const shared = rows(services, 'services', Service).flatMap(({ inbound_request_url: url }) => url ?? []);
      return [
        ...asked.filter(({ channel }) => channel === 'sms').flatMap((one) => smsPlace(one, numbers, shared)),
        ...asked.filter(({ channel }) => channel === 'whatsapp').flatMap((one) => senderPlace(one, senders, shared)),
      ];
    },
  };
};

type Answer = ProviderAnswer | undefined;

function smsPlace(one: NumberAsked, numbers: Answer, shared: readonly string[]): readonly WebhookPlace[] {
  const listed = bodyOf(numbers).incoming_phone_numbers;
  const found = rows(numbers, 'incoming_phone_numbers', PhoneNumber).find(
    ({ phone_number: phone }) => phone === one.receiver,
  );
  if (found) return [{ ...one, urls: [...filled(found.sms_url), ...shared] }];
  const isGone = Array.isArray(listed) && listed.length < PAGE && LONG_NUMBER.test(one.receiver);
  return isGone ? [{ ...one, urls: [], isGone }] : [];
}

/** Short codes and names are in lists of their own. */
const LONG_NUMBER = /^\+\d{7,15}$/;

function senderPlace(one: NumberAsked, senders: Answer, shared: readonly string[]): readonly WebhookPlace[] {
  const found = rows(senders, 'senders', Sender).find(({ sender_id: id }) => id === `${WHATSAPP}${one.receiver}`);
  if (!found) return [];
  const known = TROUBLES[found.status ?? ''];
  const trouble = known && `Twilio says that the WhatsApp sender ${one.receiver} ${known} (${found.status}).`;
  return [{ ...one, urls: [...filled(found.webhook?.callback_url), ...shared], ...(trouble && { trouble }) }];
}

/**
 * Statuses in which nothing goes out or comes in; `ONLINE`, `ONLINE:UPDATING` and what is not known are no trouble.
 * https://www.twilio.com/docs/whatsapp/api/senders (read 2026-11)
 */
const TROUBLES: Readonly<Record<string, string>> = {
  OFFLINE: 'is offline',
  CREATING: 'is not registered yet',
  PENDING_VERIFICATION: 'is not verified yet',
  VERIFYING: 'is not verified yet',
  TWILIO_REVIEW: 'is not registered yet',
  DRAFT: 'is not registered yet',
};

const filled = (url: string | undefined): readonly string[] => (url ? [url] : []);

/** The rows under that name that have the wanted shape; none where the answer is not good. */
function rows<Row>(answer: Answer, name: string, schema: z.ZodType<Row>): readonly Row[] {
  return list.parse(bodyOf(answer)[name]).flatMap((raw) => schema.safeParse(raw).data ?? []);
}

const bodyOf = (answer: Answer): Readonly<Record<string, unknown>> =>
  answer && isGood(answer) ? (z.looseObject({}).safeParse(parseJson(answer.body)).data ?? {}) : {};

const PhoneNumber = z.object({ phone_number: z.string(), sms_url: maybe(z.string()) });
const Service = z.object({ inbound_request_url: maybe(z.string().min(1)) });
const Sender = z.object({
  sender_id: z.string(),
  status: maybe(z.string()),
  webhook: maybe(z.object({ callback_url: maybe(z.string()) })),
});
