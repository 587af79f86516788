import type { Gateway, WebhookRequest } from '../../src/providers/provider';
import type { ProviderEvent } from '../../src/providers/providerEvent';
import { birdGateway } from '../providers/bird/birdCase';
import { birdGateway as birdPlatformGateway } from '../providers/bird-platform/birdPlatformCase';
import { atReportAddress, infobipGateway, smsToAna, whatsAppToAna } from '../providers/infobip/infobipCase';
import { messagebirdGateway } from '../providers/messagebird/messagebirdCase';
import { metaGateway } from '../providers/meta/metaCase';
import { twilioGateway } from '../providers/twilio/twilioCase';
import { vonageGateway } from '../providers/vonage/vonageCase';
import { ADDRESS, webhookRequest } from '../providers/webhookRequest';
import { readShared, testWithShared } from '../support/sharedFolder';
import referralsAndPrices from './golden/referralsAndPrices.json';
import bird from './golden/webhooksBird.json';
import birdPlatform from './golden/webhooksBirdPlatform.json';
import infobip from './golden/webhooksInfobip.json';
import messagebird from './golden/webhooksMessageBird.json';
import meta from './golden/webhooksMeta.json';
import twilio from './golden/webhooksTwilio.json';
import vonage from './golden/webhooksVonage.json';

/** Number, id, time and quoted message, as they stand in the published body: found here without the gateway. */
type Facts = readonly [
  receiver: string | undefined,
  id: string | undefined,
  at: string | undefined,
  quotes: string | undefined,
];

type Published = {
  readonly folder: string;
  readonly files: object;
  readonly gateway: Gateway;
  readonly request: (body: unknown, file: string) => WebhookRequest;
  /** One row per message and report that the body holds. */
  readonly told: (body: unknown, file: string) => readonly Facts[];
};

const PROVIDERS: readonly Published[] = [
  {
    folder: 'meta',
    files: meta,
    gateway: metaGateway(),
    request: asJson,
    told: (body) =>
      listAt(body, 'entry')
        .flatMap((entry) => listAt(entry, 'changes'))
        .flatMap(({ value }) => ['messages', 'statuses', 'message_echoes'].flatMap((name) => toldByMeta(value, name))),
  },
  {
    folder: 'infobip',
    files: infobip,
    gateway: infobipGateway(),
    request: (body, file) =>
      isInfobipReport(file) ? atReportAddress(body, file.startsWith('sms.') ? smsToAna : whatsAppToAna) : asJson(body),
    told: (body, file) =>
      listAt(body, 'results').map((one) => {
        const [id, quotes] = [
          textAt(one, 'messageId'),
          quoteUnless(file.includes('reaction'), one, 'message.context.id'),
        ];
        if (!isInfobipReport(file)) return [`+${textAt(one, 'to')}`, id, timeAt(one, 'receivedAt'), quotes];
        return [smsToAna.from, id, timeAt(one, 'seenAt') ?? timeAt(one, 'doneAt'), undefined];
      }),
  },
  {
    folder: 'twilio',
    files: twilio,
    gateway: twilioGateway(),
    request: (published) => webhookRequest({ body: textAt(published, 'rawBody') ?? '' }),
    // Twilio tells no times that name their zone.
    told: (published, file) => {
      const form = Object.fromEntries(new URLSearchParams(textAt(published, 'rawBody')));
      const receiver = textAt(form, file.includes('.status.') ? 'From' : 'To')?.replace('whatsapp:', '');
      const id = textAt(form, 'MessageSid');
      const first: Facts = [receiver, id, undefined, textAt(form, 'OriginalRepliedMessageSid')];
      return form.NumMedia === '2' ? [first, [receiver, `${id}/1`, undefined, undefined]] : [first];
    },
  },
  {
    folder: 'messagebird',
    files: messagebird,
    gateway: messagebirdGateway(),
    request: messagebirdRequest,
    told: (published, file) => {
      const form = Object.fromEntries(new URLSearchParams(textAt(published, 'rawBody')));
      if (file === 'sms.inbound') return [[`+${form.recipient}`, form.id, timeAt(form, 'createdDatetime'), undefined]];
      // Its time names no zone.
      if (file === 'sms.inbound.shortcode') return [[form.shortcode, form.mid, undefined, undefined]];
      const query = fieldsAt(published, 'query');
      if (query) return [['+31970010240126', textAt(query, 'id'), timeAt(query, 'statusDatetime'), undefined]];
      const message = fieldsAt(published, 'message');
      const time = file.includes('updated') ? 'updatedDatetime' : 'createdDatetime';
      return [[textAt(message, 'channelId'), textAt(message, 'id'), timeAt(message, time), undefined]];
    },
  },
  {
    folder: 'bird',
    files: bird,
    gateway: birdGateway(),
    request: (published) => webhookRequest({ body: textAt(published, 'rawBody') ?? '' }),
    told: (published) => {
      const payload = fieldsAt(published, 'json.payload');
      const at = textAt(payload, 'direction') === 'incoming' ? 'createdAt' : 'lastStatusAt';
      return [[textAt(payload, 'channelId'), textAt(payload, 'id'), timeAt(payload, at), undefined]];
    },
  },
  {
    folder: 'bird',
    files: birdPlatform,
    gateway: birdPlatformGateway(),
    request: (published) => webhookRequest({ body: textAt(published, 'rawBody') ?? '' }),
    told: (published, file) => {
      const [event, data] = [fieldsAt(published, 'json'), fieldsAt(published, 'json.data')];
      const side = file.includes('.received') ? 'to' : 'from';
      const receiver = textAt(data, side) ?? textAt(data, `${side}.phone_number`);
      return [[receiver, textAt(data, 'sms_id') ?? textAt(data, 'whatsapp_id'), timeAt(event, 'timestamp'), undefined]];
    },
  },
  {
    folder: 'vonage',
    files: vonage,
    gateway: vonageGateway(),
    request: asJson,
    told: (body, file) => {
      const receiver = `+${textAt(body, file.startsWith('status.') ? 'from' : 'to')}`;
      const quotes = quoteUnless(file.includes('reaction'), body, 'context.message_uuid');
      return [[receiver, textAt(body, 'message_uuid'), timeAt(body, 'timestamp'), quotes]];
    },
  },
];

const ROWS = PROVIDERS.flatMap((one) =>
  Object.keys(one.files).map((file) => [`${one.folder}/${file}`, file, one] as const),
);

testWithShared('fixtures').each(ROWS)(
  '%s names the number, the ids, the times and the quoted messages that the provider gives',
  (path, file, { gateway, request, told }) => {
    const published = readShared(`fixtures/${path}.json`);
    const { events, ignored, templatesChanged } = gateway.parse(request(published, file));
    const isAboutNoMessage =
      ignored.length > 0 || templatesChanged === true || events.some(({ kind }) => kind === 'identity');
    expect(events.flatMap(factsOf)).toEqual(isAboutNoMessage ? [] : told(published, file));
  },
);

testWithShared('fixtures')('advertisements and prices are kept where a file has them, and nowhere else', () => {
  const kept = ROWS.flatMap(([path, file, { gateway, request }]) =>
    gateway.parse(request(readShared(`fixtures/${path}.json`), file)).events.flatMap((event) => {
      const besides = besidesOf(event);
      return besides ? [[path, besides]] : [];
    }),
  );
  expect(kept).toEqual(referralsAndPrices);
});

function besidesOf(event: ProviderEvent): object | undefined {
  if (event.kind === 'message') return event.referral;
  return event.kind === 'report' ? event.price : undefined;
}

function factsOf(event: ProviderEvent): readonly Facts[] {
  if (!('providerId' in event)) return [];
  const { receiver, providerId, at } = event;
  const quotes = event.kind === 'message' ? event.quotes : undefined;
  return [[receiver, providerId, at === undefined ? undefined : new Date(at).toISOString(), quotes]];
}

function toldByMeta(value: unknown, name: string): readonly Facts[] {
  return listAt(value, name)
    .filter(
      (one) =>
        textAt(one, 'type') !== 'system' && !textAt(one, 'group_id') && textAt(one, 'recipient_type') !== 'group',
    )
    .map((one) => {
      const at = new Date(Number(textAt(one, 'timestamp')) * 1_000).toISOString();
      const quotes = quoteUnless(name !== 'messages' || textAt(one, 'type') === 'reaction', one, 'context.id');
      return [textAt(value, 'metadata.phone_number_id'), textAt(one, 'id'), at, quotes];
    });
}

function isInfobipReport(file: string): boolean {
  return /dlr|seen/.test(file);
}

function messagebirdRequest(published: unknown): WebhookRequest {
  const query = fieldsAt(published, 'query') as Record<string, string> | undefined;
  if (!query) return webhookRequest({ body: textAt(published, 'rawBody') ?? JSON.stringify(published) });
  const suffix = '/status/FOO/%2B31970010240126';
  return webhookRequest({
    method: 'GET',
    suffix,
    url: `${ADDRESS}${suffix}?${new URLSearchParams(query).toString()}`,
  });
}

function asJson(body: unknown): WebhookRequest {
  return webhookRequest({ body: JSON.stringify(body) });
}

type Fields = Readonly<Record<string, unknown>>;

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce((inner, name) => (inner as Fields | undefined)?.[name], value);
}
function textAt(value: unknown, path: string): string | undefined {
  const found = at(value, path);
  return typeof found === 'string' ? found : undefined;
}
function fieldsAt(value: unknown, path: string): Fields | undefined {
  return at(value, path) as Fields | undefined;
}
function listAt(value: unknown, path: string): readonly Fields[] {
  return (at(value, path) as Fields[] | undefined) ?? [];
}
function timeAt(value: unknown, path: string): string | undefined {
  const text = textAt(value, path);
  return text === undefined ? undefined : new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')).toISOString();
}
function quoteUnless(isNone: boolean, value: unknown, path: string): string | undefined {
  return isNone ? undefined : textAt(value, path);
}
