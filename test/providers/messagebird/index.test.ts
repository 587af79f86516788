import { messagebird } from '../../../src/providers/messagebird';
import { providerContract } from '../providerContract';
import { webhookRequest } from '../webhookRequest';
import { conversationsBody, messagebirdCredentials, signedByMessageBird, smsToAna } from './messagebirdCase';

providerContract({
  provider: messagebird,
  credentials: messagebirdCredentials,
  sign: (body, credentials) => signedByMessageBird({ body }, credentials),
  // messagebird-nodejs (BSD-2-Clause), lib/testdata/webhook-signature-jwt-reference.json
  published: {
    credentials: {
      ...messagebirdCredentials,
      signingKey: '36efdd1aace2e26cd490f0d951138253bef2f7c6d34d18981da781555cc4cebb',
    },
    request: webhookRequest({
      url: 'https://example.com/path?bar=1&foo=2',
      body: 'Hello, World!',
      headers: {
        'messagebird-signature-jwt':
          'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTYyNTQ3OTIwMCwiZXhwIjoxNjI1NDc5MjYwLCJqdGkiOiI5M2U1NTAwNi1hMGU4LTQ1MjYtYTE5MC1mYTVmZjAwZWExMTYiLCJ1cmxfaGFzaCI6IjQxZjA1ZjBkZGQwYTIyYWIyMDlhYzQ2ZjQ3YzQ1NzJkOWNlZmEyNTdlZDc0YjI0MDA0YmFlNzUzZWNlNmMyNjAiLCJwYXlsb2FkX2hhc2giOiJkZmZkNjAyMWJiMmJkNWIwYWY2NzYyOTA4MDllYzNhNTMxOTFkZDgxYzdmNzBhNGIyODY4OGEzNjIxODI5ODZmIn0._H--TOuYFLpeEH39-rg5E3IHVkjHozBcaKVWPRC5m9I',
      },
    }),
    at: new Date('2021-07-05T10:00:00Z'),
  },
  batch: { body: JSON.stringify(conversationsBody()), ids: ['m1'] },
  unheardOf: JSON.stringify({ type: 'teleportation.created', contact: {}, conversation: {} }),
  outbound: smsToAna,
  accepted: { answer: { status: 201, headers: {}, body: '{"id":"6fe65f90454aa615"}' }, id: '6fe65f90454aa615' },
  errorBody: (code) =>
    JSON.stringify({ errors: [{ code, description: 'The words of the provider', parameter: null }] }),
});
