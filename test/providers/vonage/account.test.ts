import { NOW } from '../webhookRequest';
import { vonageCredentials, vonageGateway } from './vonageCase';

const gateway = vonageGateway();
const smsOnly = vonageGateway({ ...vonageCredentials, whatsAppAccountId: '' });
const answer = (status: number, body: unknown) => ({ status, headers: {}, body: JSON.stringify(body) });
const token = expect.stringMatching(/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/) as string;

describe('the check', () => {
  test('asks for something that a token of the application opens', () => {
    const headers = { accept: 'application/json', authorization: token };
    expect(gateway.check(NOW)).toEqual({
      method: 'GET',
      url: 'https://api.nexmo.com/v2/whatsapp-manager/wabas/345688589250625/templates?limit=1',
      headers,
    });
    expect(smsOnly.check(NOW)).toEqual({ method: 'GET', url: 'https://api.nexmo.com/v3/media?page_size=1', headers });
  });

  test('is good when it is answered', () => {
    const title = 'Vonage accepts the application and its private key. Numbers are added by hand.';
    expect(gateway.readCheck(answer(200, { templates: [] }))).toEqual({ ok: true, value: { title, numbers: [] } });
  });

  test.each([
    [gateway, 401, {}, 'Vonage does not accept the private key for this application ID. Please compare both.'],
    [gateway, 503, {}, 'Vonage cannot answer at the moment (HTTP 503). Please try again later.'],
    [
      gateway,
      404,
      { type: 'x#not-found', detail: 'No such account' },
      'Vonage refused the check (HTTP 404). Please compare the WhatsApp Business account ID. Vonage says: No such account',
    ],
    [smsOnly, 403, {}, 'Vonage refused the check (HTTP 403).'],
    [smsOnly, 200, 'a page', 'Vonage refused the check (HTTP 200).'],
  ])('case %#: another answer is told in plain words', (...[asked, status, body, failure]) => {
    expect(asked.readCheck(answer(status, body))).toEqual({ ok: false, failure });
  });
});

describe('the templates', () => {
  const templates = gateway.templates!;

  test('are asked for page by page', () => {
    const url = 'https://api.nexmo.com/v2/whatsapp-manager/wabas/345688589250625/templates?limit=100';
    const receiver = '+4930901820';
    expect(templates.list({ receiver }, NOW)).toEqual({
      method: 'GET',
      url,
      headers: { accept: 'application/json', authorization: token },
    });
    expect(templates.list({ receiver, cursor: 'a&b' }, NOW).url).toBe(`${url}&after=a%26b`);
  });

  test('are read in WhatsApp’s own spelling, odd ones left out, until there is no next page', () => {
    const body = { type: 'BODY', text: 'Hello {{1}}' };
    const template = { name: 'hello', language: 'en', status: 'APPROVED', category: 'UTILITY', components: [body] };
    const paging = { cursors: { after: 'MjQZD' }, next: 'https://api.nexmo.com/x' };
    expect(templates.readPage(answer(200, { templates: [template, 'odd'], paging }))).toEqual({
      ok: true,
      value: {
        templates: [
          {
            id: 'hello',
            name: 'hello',
            language: 'en',
            status: 'approved',
            category: 'utility',
            body: 'Hello {{1}}',
            placeholders: ['1'],
            buttons: [],
          },
        ],
        cursor: 'MjQZD',
      },
    });
    const last = templates.readPage(answer(200, { templates: [], paging: { cursors: { after: 'MjQZD' } } }));
    expect(last).toEqual({ ok: true, value: { templates: [] } });
  });

  test('that are not listed are told with the words of Vonage', () => {
    expect(templates.readPage(answer(401, { type: 'x#unauthorized', detail: 'No' }))).toEqual({
      ok: false,
      failure: 'Vonage did not list the templates (HTTP 401). Vonage says: No',
    });
    expect(templates.readPage({ status: 502, headers: {}, body: '<h1>' })).toEqual({
      ok: false,
      failure: 'Vonage did not list the templates (HTTP 502).',
    });
  });
});

describe('a file', () => {
  const asked = (providerId: string) => gateway.media?.toRequest({ kind: 'image', providerId }, NOW);

  test.each(['', '-eu', '-us', '-ap'])('at api%s.nexmo.com is fetched with a token', (region) => {
    const url = `https://api${region}.nexmo.com/v3/media/1b456509-974c-458b-aafa-45fc48a4d976`;
    expect(asked(url)).toEqual({ method: 'GET', url, headers: { authorization: token } });
  });

  test.each([
    'https://api-eu.nexmo.com.evil.example/v3/media/1',
    'https://evil.example/https://api.nexmo.com/v3/media/1',
    'http://api.nexmo.com/v3/media/1',
    'https://api.nexmo.com@evil.example/v3/media/1',
    'https://api.nexmo.com/v3/media/../../v1/messages',
    'https://rest.nexmo.com/v3/media/1',
    'file:///etc/passwd',
    '',
  ])('at %s is not asked for: no other host sees a token', (url) => {
    expect(asked(url)).toBeUndefined();
  });
});
