import type { Gateway, ProviderAnswer } from '../../src/providers/provider';
import { infobipGateway } from '../providers/infobip/infobipCase';
import { messagebirdGateway } from '../providers/messagebird/messagebirdCase';
import { metaCredentials, metaGateway } from '../providers/meta/metaCase';
import { twilioGateway } from '../providers/twilio/twilioCase';
import { vonageGateway } from '../providers/vonage/vonageCase';
import { NOW } from '../providers/webhookRequest';

type Read = (published: unknown) => unknown;

const meta = metaGateway({ ...metaCredentials, phoneNumberId: '1906385232743451' });
const infobip = infobipGateway();
const twilio = twilioGateway();
const messagebird = messagebirdGateway();
const vonage = vonageGateway();

/** How each published answer of a provider's API is read; what it is read as is in `golden/answers.json`. */
export const READERS: Readonly<Record<string, Read>> = {
  'infobip/errors': each((body, name) => infobip.readAnswer(answer(Number(name.slice(-3)), body))),
  'infobip/sms.send': (published) => {
    const { response200, response400 } = published as { response200: object; response400: object };
    return [...Object.values(response200).map(accepts(infobip)), infobip.readAnswer(answer(400, response400))];
  },
  'infobip/wa.send': each((body) => accepts(infobip)((body as { response200: unknown }).response200)),
  'infobip/wa.templates.list': lists(infobip),
  'messagebird/conversations.send.202': accepts(messagebird),
  'messagebird/conversations.webhook-object': (webhook) =>
    messagebird.webhooks?.readAnswers([answer(200, { items: [webhook] })], [{ receiver: 'chid', channel: 'whatsapp' }]),
  'messagebird/sms.message-object': accepts(messagebird),
  'meta/errors.graph': each((body, status) => meta.readAnswer(answer(Number(status), body))),
  'meta/errors.send': each((published) => {
    const { http, body } = published as { http: number; body: unknown };
    return meta.readAnswer(answer(http, body));
  }),
  'meta/media.get.200': (body) => meta.media?.locate?.(answer(200, body), NOW),
  'meta/phone-numbers.list.200': (body) => meta.readCheck(answer(200, body)),
  'meta/send.responses.200': (published) => {
    // Of what a read receipt is answered, the HTTP status alone is read.
    const { 'read-or-typing': _, ...sends } = published as Readonly<Record<string, unknown>>;
    return each(accepts(meta))(sends);
  },
  'meta/templates.list.200': lists(meta),
  'twilio/content-and-approvals.list.200': lists(twilio),
  'twilio/content-and-approvals.list.empty.200': lists(twilio),
  'twilio/messages.create.201': each(accepts(twilio)),
  'twilio/send.responses': each((body, name) => twilio.readAnswer(answer(parseInt(name, 10), body))),
  'vonage/send.202': accepts(vonage),
  'vonage/send.errors': each((body, name) => vonage.readAnswer(answer(parseInt(name, 10), body))),
};

function answer(status: number, body: unknown): ProviderAnswer {
  return { status, headers: {}, body: JSON.stringify(body) };
}

/** A file that holds several answers, by name. */
function each(read: (body: unknown, name: string) => unknown): Read {
  return (published) =>
    Object.fromEntries(Object.entries(published as object).map(([name, body]) => [name, read(body, name)]));
}

function accepts(gateway: Gateway): Read {
  return (body) => gateway.readAnswer(answer(200, body));
}

function lists(gateway: Gateway): Read {
  return (body) => gateway.templates?.readPage(answer(200, body));
}
