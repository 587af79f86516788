import type { NumberAsked, ProviderAnswer } from '../../src/providers/provider';
import { webhookRequests as ofBird } from '../../src/providers/bird/webhooks';
import { webhookRequests as ofMessageBird } from '../../src/providers/messagebird/webhooks';
import { webhookRequests as ofMeta } from '../../src/providers/meta/webhooks';
import { webhookRequests as ofTwilio } from '../../src/providers/twilio/webhooks';

const OURS = 'https://hooks.example.com/c1/token';
const THEIRS = 'https://elsewhere.example.com/';
const good = (body: object): ProviderAnswer => ({ status: 200, headers: {}, body: JSON.stringify(body) });
const REFUSED: ProviderAnswer = { status: 403, headers: {}, body: '{}' };
const whatsapp = (receiver: string): NumberAsked => ({ receiver, channel: 'whatsapp' });
const sms = (receiver: string): NumberAsked => ({ receiver, channel: 'sms' });

describe('Meta', () => {
  const meta = ofMeta('waba', 'token');
  const apps = good({ data: [{ whatsapp_business_api_data: { id: '1' } }] });
  const configured = (webhook_configuration: object) => good({ id: '7', webhook_configuration });
  const urls = (...answers: (ProviderAnswer | undefined)[]) =>
    meta.readAnswers(answers, [whatsapp('7')]).map((place) => place.urls);

  test('is asked for the apps of the account and for each number', () => {
    expect(meta.toRequests([whatsapp('7'), whatsapp('8')]).map(({ url }) => new URL(url).pathname.slice(7))).toEqual([
      'waba/subscribed_apps',
      '7',
      '8',
    ]);
  });

  test('sends to the number’s own address before the account’s, and to that before the app’s', () => {
    const application = THEIRS;
    expect(urls(apps, configured({ application, phone_number: OURS }))).toEqual([[OURS]]);
    expect(urls(apps, configured({ application, whatsapp_business_account: OURS }))).toEqual([[OURS]]);
    expect(urls(apps, configured({ application }))).toEqual([[THEIRS]]);
  });

  test('sends nowhere where no app is subscribed or no address is set', () => {
    expect(urls(good({ data: [] }), configured({ application: OURS }))).toEqual([[]]);
    expect(urls(apps, configured({}))).toEqual([[]]);
  });

  test.each([[REFUSED], [undefined], [good({ id: '7' })]])('that tells nothing (%j) tells of no number', (answer) => {
    expect(urls(apps, answer)).toEqual([]);
  });
});

describe('Twilio', () => {
  const twilio = ofTwilio({ accountSid: 'AC1', authToken: 'secret' });
  const numbers = good({ incoming_phone_numbers: [{ phone_number: '+4930', sms_url: THEIRS }] });
  const services = (...urls: string[]) =>
    good({ services: urls.map((inbound_request_url) => ({ inbound_request_url })) });
  const senders = good({ senders: [{ sender_id: 'whatsapp:+4931', webhook: { callback_url: OURS } }] });

  test('sends SMS to the number’s address or to that of a Messaging Service', () => {
    expect(twilio.readAnswers([numbers, services(OURS), REFUSED], [sms('+4930')])).toEqual([
      { ...sms('+4930'), urls: [THEIRS, OURS] },
    ]);
  });

  test('sends WhatsApp to the sender’s address', () => {
    expect(twilio.readAnswers([REFUSED, services(), senders], [whatsapp('+4931')])).toEqual([
      { ...whatsapp('+4931'), urls: [OURS] },
    ]);
  });

  test('has no address where the field is empty, and tells nothing of what is not listed', () => {
    const empty = good({ incoming_phone_numbers: [{ phone_number: '+4930', sms_url: '' }] });
    expect(twilio.readAnswers([empty, REFUSED, undefined], [sms('+4930'), sms('+4999'), whatsapp('+4930')])).toEqual([
      { ...sms('+4930'), urls: [] },
    ]);
  });

  test('does not have a number any more that the whole list lacks; of short codes and names it has other lists', () => {
    const read = (answer: ProviderAnswer, receiver: string) =>
      twilio.readAnswers([answer, services(), REFUSED], [sms(receiver)]);
    expect(read(numbers, '+4930901820')).toEqual([{ ...sms('+4930901820'), urls: [], isGone: true }]);
    expect(read(numbers, '81234')).toEqual([]);
    expect(read(numbers, 'ACME')).toEqual([]);
    const full = Array.from({ length: 1_000 }, () => ({ phone_number: '+4930' }));
    expect(read(good({ incoming_phone_numbers: full }), '+4930901820')).toEqual([]);
    expect(read(good({}), '+4930901820')).toEqual([]);
    expect(read(REFUSED, '+4930901820')).toEqual([]);
  });

  test.each([
    ['OFFLINE', 'Twilio says that the WhatsApp sender +4931 is offline (OFFLINE).'],
    ['DRAFT', 'Twilio says that the WhatsApp sender +4931 is not registered yet (DRAFT).'],
    ['VERIFYING', 'Twilio says that the WhatsApp sender +4931 is not verified yet (VERIFYING).'],
    ['ONLINE', undefined],
    ['ONLINE:UPDATING', undefined],
    ['STUBBED', undefined],
  ])('tells of a sender that is %s', (status, trouble) => {
    const answer = good({ senders: [{ sender_id: 'whatsapp:+4931', status, webhook: { callback_url: OURS } }] });
    const places = twilio.readAnswers([REFUSED, services(), answer], [whatsapp('+4931')]);
    expect(places).toEqual([{ ...whatsapp('+4931'), urls: [OURS], ...(trouble && { trouble }) }]);
  });
});

describe('MessageBird', () => {
  const webhook = (more: object) => ({ url: OURS, events: ['message.created'], status: 'enabled', ...more });
  const urls = (...items: object[]) =>
    ofMessageBird('key')
      .readAnswers([good({ items })], [whatsapp('ch1'), sms('+31')])
      .map((place) => place.urls);

  test('tells of WhatsApp channels alone', () => {
    expect(urls(webhook({}))).toEqual([[OURS]]);
  });

  test.each([
    ['of another channel', { channelId: 'ch2' }],
    ['that is switched off', { status: 'disabled' }],
    ['for other events', { events: ['message.updated'] }],
  ])('does not count a webhook %s', (_, more) => {
    expect(urls(webhook(more))).toEqual([[]]);
  });
});

describe('Bird', () => {
  const filter = (value: string) => ({ eventFilters: [{ key: 'channelId', value }] });
  const subscription = (more: object) => ({
    event: 'sms.inbound',
    url: OURS,
    status: 'active',
    eventFilters: [],
    ...more,
  });
  const urls = (...results: object[]) =>
    ofBird({ accessKey: 'key', workspaceId: 'w1', signingKey: 'word' })
      .readAnswers([good({ results })], [sms('ch1')])
      .map((place) => place.urls);

  test('counts subscriptions for all channels and for this one', () => {
    expect(urls(subscription({}), subscription({ url: THEIRS, ...filter('ch1') }))).toEqual([[OURS, THEIRS]]);
  });

  test.each([
    ['of another channel', filter('ch2')],
    ['of another event', { event: 'sms.outbound' }],
    ['that is not active', { status: 'inactive' }],
  ])('does not count one %s', (_, more) => {
    expect(urls(subscription(more))).toEqual([[]]);
  });
});
