import { infobip } from '../../../src/providers/infobip';
import { providerContract } from '../providerContract';
import { NOW, webhookRequest } from '../webhookRequest';
import { fixture, infobipGateway, signedByInfobip, signedCredentials, whatsAppToAna } from './infobipCase';

providerContract({
  provider: infobip,
  credentials: signedCredentials,
  sign: signedByInfobip,
  // Infobip publishes none. Signed by another implementation, Python's hmac module.
  published: {
    credentials: {
      ...signedCredentials,
      webhookSecret: 'a-key-of-our-own',
      webhookSecurity: 'hmac X-Sig sha512 base64',
    },
    request: webhookRequest({
      body: 'what do ya want for nothing?',
      headers: {
        'x-sig': 'V8hRq3HJu1AJQTQtB3UEVKWBA2Ll2VDxXW9sWSvkzZyf8F1DDVatieAotgUxZmievFKRI/i8cH++DkuF1fl2RA==',
      },
    }),
  },
  batch: { body: fixture('batch'), ids: ['wamid.ONE', '817790313235066447', '1b1f'] },
  unheardOf: '{"teleported":true}',
  outbound: whatsAppToAna,
  accepted: {
    answer: {
      status: 200,
      headers: {},
      body: '{"to":"385991903327","messageCount":1,"messageId":"m-1","status":{"groupId":1,"id":7,"name":"PENDING_ENROUTE"}}',
    },
    id: 'm-1',
  },
  errorBody: (code) => JSON.stringify({ errorCode: String(code), description: 'The words of the provider' }),
});

test('the base URL is taken as it is pasted, and no other host is', () => {
  const hostOf = (baseUrl: string) => new URL(infobipGateway({ ...signedCredentials, baseUrl }).check(NOW).url).host;
  expect(['XYZ123.api.infobip.com', 'https://xyz123.api.infobip.com/', 'api.infobip.com'].map(hostOf)).toEqual([
    'xyz123.api.infobip.com',
    'xyz123.api.infobip.com',
    'api.infobip.com',
  ]);
  const others = [
    'api.infobip.com.example.com',
    'http://x.api.infobip.com',
    'example.com#.api.infobip.com',
    'a.b.api.infobip.com',
  ];
  for (const baseUrl of others)
    expect(infobip.connect({ ...signedCredentials, baseUrl })).toEqual({
      ok: false,
      failure: 'Please check: API base URL.',
    });
});
