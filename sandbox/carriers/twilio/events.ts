import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import type { HttpCall } from '../../doors';
import type { PhoneMedia } from '../../phones';
import { type Account, countryOf, hex, textOf, userIdOf } from '../account';
import type { BusinessNumber, CustomerWish } from '../carrier';
import { keepFile } from '../files';

type Params = Record<string, string>;

/** A form. An override such as `#rc=5` belongs to the address but is never sent. */
export function formCall(address: string, params: Params): HttpCall {
  const [url = ''] = address.split('#');
  return {
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'user-agent': 'TwilioProxy/1.1',
    },
    body: new URLSearchParams(params).toString(),
  };
}

/** By Twilio's own library. */
export function signedNow({ own }: Account, call: HttpCall): HttpCall {
  const params = Object.fromEntries(new URLSearchParams(textOf(call)));
  const signature = getExpectedTwilioSignature(own.credentials.authToken ?? '', call.url, params);
  return { ...call, headers: { ...call.headers, 'x-twilio-signature': signature } };
}

/** The parameters of an incoming message; empty ones are sent and signed as well. */
export function messageParams(account: Account, wish: CustomerWish, sid: string): Params {
  const isWhatsApp = wish.channel === 'whatsapp';
  return {
    ...(isWhatsApp ? whatsAppParams(account, wish) : smsParams(wish)),
    SmsMessageSid: sid,
    SmsSid: sid,
    MessageSid: sid,
    AccountSid: account.own.credentials.accountSid ?? '',
    ApiVersion: '2010-04-01',
    SmsStatus: 'received',
    NumSegments: '1',
    Body: wish.text ?? wish.media?.caption ?? wish.media?.fileName ?? '',
    To: isWhatsApp ? `whatsapp:${wish.to}` : wish.to,
    ...(wish.quotes && { OriginalRepliedMessageSid: wish.quotes, OriginalRepliedMessageSender: `whatsapp:${wish.to}` }),
    ...(wish.pressed && { ButtonText: wish.text ?? '', ButtonPayload: wish.text ?? '' }),
    ...mediaParams(account, wish.media, sid),
  };
}

/** The parameters of a report about a message of ours. `refusal` is the code and text of a failure. */
export function statusParams(
  { own }: Account,
  message: { readonly id: string; readonly from: string; readonly to: string },
  status: {
    readonly status: string;
    readonly refusal?: { readonly code: number; readonly message: string } | undefined;
  },
): Params {
  return {
    SmsSid: message.id,
    MessageSid: message.id,
    SmsStatus: status.status,
    MessageStatus: status.status,
    To: message.to,
    From: message.from,
    AccountSid: own.credentials.accountSid ?? '',
    ApiVersion: '2010-04-01',
    ...(message.to.startsWith('whatsapp:') && { ChannelPrefix: 'whatsapp', StructuredMessage: 'false' }),
    ...(status.refusal && { ErrorCode: String(status.refusal.code), ErrorMessage: status.refusal.message }),
  };
}

function whatsAppParams(account: Account, wish: CustomerWish): Params {
  const identity = wish.identity ?? 'phone';
  const name = account.phones.name(wish.from);
  const userId = identity === 'phone' ? undefined : `whatsapp:${userIdOf(account, wish.from)}`;
  return {
    From: identity === 'user-id' && userId ? userId : `whatsapp:${wish.from}`,
    ...(identity !== 'user-id' && { WaId: wish.from.slice(1) }),
    ...(userId && { ExternalUserId: userId }),
    ...(name && { ProfileName: name }),
    MessageType: wish.pressed ? 'button' : messageTypeOf(wish.media),
    ReferralNumMedia: '0',
  };
}

const smsParams = ({ from, to }: CustomerWish): Params => ({
  From: from,
  FromCity: '',
  FromState: '',
  FromZip: '',
  FromCountry: countryOf(from),
  ToCity: '',
  ToState: '',
  ToZip: '',
  ToCountry: countryOf(to),
});

function mediaParams(account: Account, media: PhoneMedia | undefined, sid: string): Params {
  if (!media) return { NumMedia: '0' };
  const { own, chance } = account;
  const id = `ME${hex(chance, 32)}`;
  const messages = `https://api.twilio.com/2010-04-01/Accounts/${own.credentials.accountSid ?? ''}/Messages`;
  return {
    NumMedia: '1',
    // Types without their parameters, as Twilio tells them.
    MediaContentType0: keepFile(account, media, id).mimeType.split(';')[0] ?? '',
    MediaUrl0: `${messages}/${sid}/Media/${id}`,
  };
}

const messageTypeOf = (media: PhoneMedia | undefined) => {
  if (!media) return 'text';
  return media.kind === 'voice' ? 'audio' : media.kind;
};

/** How the API spells a business number. */
export const spelled = ({ channel, number }: BusinessNumber): string =>
  channel === 'whatsapp' ? `whatsapp:${number}` : number;
