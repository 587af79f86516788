import { parsePhoneNumber } from '../../src/domain/ids';
import type { OutboundContent, OutboundMessage } from '../../src/providers/outboundMessage';
import type { ProviderRequest } from '../../src/providers/provider';
import { infobipGateway } from '../providers/infobip/infobipCase';
import { metaGateway } from '../providers/meta/metaCase';
import { ADDRESS, NOW, requestOf, textContent } from '../providers/webhookRequest';
import { readShared, testWithShared } from '../support/sharedFolder';

const KEY = '10000.00000000000000000000000000000001.1:000002';

const META = 'fixtures/meta/send.requests.json';
const UNSENT: Readonly<Record<string, string>> = {
  'text.preview-url': 'addresses are sent without a preview',
  'image.id': 'files are sent by their link',
  'interactive.buttons': 'agents write texts and send templates',
  'interactive.list': 'agents write texts and send templates',
  'template.text': 'a currency or a date is written out as text',
  'template.buttons': 'a currency or a date is written out as text',
  reaction: 'agents do not react',
  location: 'agents send no places',
};

testWithShared(META)('the requests that Meta publishes are sent word by word', () => {
  const published = readShared(META) as Readonly<Record<string, Fields>>;
  const gateway = metaGateway();
  const sent = (content: OutboundContent, part: Partial<OutboundMessage> = {}): Fields => {
    const { biz_opaque_callback_data: key, ...body } = bodyOf(requestOf(gateway, messageOf('whatsapp', content, part)));
    expect(key).toBe(KEY);
    return body;
  };
  const [quoted, read] = [published['text.reply']?.context, published['read-and-typing']] as { message_id: string }[];
  const readMark = { channel: 'whatsapp' as const, from: '200000000000001', providerId: read!.message_id };
  const receipt = { ...picture('https://example.com/receipt.pdf', 'document'), caption: 'my receipt' };
  const ours: Readonly<Record<string, Fields>> = {
    text: sent(textContent('text-message-content')),
    'text.reply': sent(textContent('Thanks, we are on it'), { quotes: quoted!.message_id }),
    'image.link': sent(picture('https://example.com/a.jpg')),
    'document.link': sent(receipt),
    'read-and-typing': bodyOf(gateway.markRead!(readMark, NOW)!),
  };
  expect(Object.keys({ ...ours, ...UNSENT }).sort()).toEqual(Object.keys(published).sort());
  const besides = { document: { ...(published['document.link']?.document as Fields), filename: 'file' } };
  const { typing_indicator: _, ...readOnly } = published['read-and-typing']!;
  expect(ours).toEqual({
    ...Object.fromEntries(Object.keys(ours).map((name) => [name, published[name]])),
    'document.link': { ...published['document.link'], ...besides },
    'read-and-typing': readOnly,
  });
});

const WHATSAPP = 'fixtures/infobip/wa.send.json';
testWithShared(WHATSAPP)(
  'the WhatsApp requests that Infobip publishes are sent but for what OmniChat has no use for',
  () => {
    const published = readShared(WHATSAPP) as Readonly<Record<string, { request: Fields }>>;
    const template = { id: '', name: 'template_name', language: 'en_GB', buttons: [] };
    const body = ['Placeholder Value 1', 'Placeholder Value 2'];
    const contents: Readonly<Record<string, OutboundContent>> = {
      '/whatsapp/1/message/text': textContent('Some text'),
      '/whatsapp/1/message/template': { kind: 'template', template: { ...template, body } },
      '/whatsapp/1/message/image': picture('http://example.com/image'),
    };
    expect(Object.keys(contents).sort()).toEqual(Object.keys(published).sort());
    for (const [path, content] of Object.entries(contents)) {
      const to = { kind: 'phone' as const, phone: parsePhoneNumber('+441134960001')! };
      const request = requestOf(infobipGateway(), messageOf('whatsapp', content, { from: '+441134960000', to }));
      expect(new URL(request.url).pathname).toBe(path);
      const { messageId: _id, urlOptions: _links, ...rest } = oneOf(published[path]!.request);
      // Theirs and ours: what comes back in reports, and where these go.
      const { callbackData, notifyUrl } = oneOf(bodyOf(request));
      expect([typeof callbackData, typeof notifyUrl]).toEqual(['string', 'string']);
      expect(oneOf(bodyOf(request))).toEqual({ ...rest, callbackData, notifyUrl });
    }
  },
);

const SMS = 'fixtures/infobip/sms.send.json';
testWithShared(SMS)(
  'the basic SMS that Infobip publishes is sent; more fields only where the full one has them',
  () => {
    const { requests } = readShared(SMS) as { requests: Readonly<Record<string, { messages: Fields[] }>> };
    const [basic] = requests['Send basic textual message']!.messages;
    const [full] = requests['Send fully-featured textual message']!.messages;
    const to = { kind: 'phone' as const, phone: parsePhoneNumber('+41793026727')! };
    const content = textContent('This is a sample message');
    const part = { from: 'InfoSMS', to, validitySeconds: 60 };
    const sent = oneOf(bodyOf(requestOf(infobipGateway(), messageOf('sms', content, part))));
    const { options, webhooks, ...rest } = sent;
    expect(rest).toEqual(basic);
    expect(full).toMatchObject({ options: shapeOf(options), webhooks: shapeOf(webhooks) });
  },
);

type Fields = Readonly<Record<string, unknown>>;

const messageOf = (
  channel: 'whatsapp' | 'sms',
  content: OutboundContent,
  part: Partial<OutboundMessage>,
): OutboundMessage => ({
  key: KEY,
  channel,
  from: '200000000000001',
  to: { kind: 'phone', phone: parsePhoneNumber('+16505551234')! },
  content,
  statusUrl: `${ADDRESS}/status/${encodeURIComponent(KEY)}`,
  ...part,
});

const picture = (link: string, kind: 'image' | 'document' = 'image') => ({
  kind: 'media' as const,
  file: { kind, link, mimeType: 'image/jpeg', fileName: 'file' },
});

const bodyOf = ({ body }: ProviderRequest): Fields => JSON.parse(body ?? '') as Fields;

/** Of a list of messages, the only one. */
const oneOf = (body: Fields): Fields => ((body.messages as Fields[] | undefined) ?? [body])[0]!;

/** The same fields, whatever their values are. */
function shapeOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return expect.anything();
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)]));
}
