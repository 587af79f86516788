import { reasonOf } from '../../../src/providers/meta/errors';
import { requestOf } from '../webhookRequest';
import { metaGateway, outboundToAna } from './metaCase';

const gateway = metaGateway();

test('a text to a phone number is the request Meta documents', () => {
  const { body, ...request } = requestOf(gateway, outboundToAna);
  expect(request).toEqual({
    method: 'POST',
    url: 'https://graph.facebook.com/v26.0/200000000000001/messages',
    headers: { authorization: 'Bearer EAAtesttoken', 'content-type': 'application/json' },
  });
  expect(JSON.parse(body!)).toEqual({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: '385991903327',
    type: 'text',
    text: { body: 'Hallo Ana, wir schauen nach 👀', preview_url: false },
    biz_opaque_callback_data: outboundToAna.key,
  });
});

test('a user without a phone number is answered in the field recipient', () => {
  const to = { kind: 'whatsapp-user', userId: 'HR.123456789012345678' } as const;
  const body: unknown = JSON.parse(requestOf(gateway, { ...outboundToAna, to }).body!);
  expect(body).toMatchObject({ recipient: 'HR.123456789012345678' });
  expect(body).not.toHaveProperty('to');
});

test('it goes out from the number the conversation is on, not from the first of the account', () => {
  const { url } = requestOf(gateway, { ...outboundToAna, from: '200000000000002' });
  expect(url).toBe('https://graph.facebook.com/v26.0/200000000000002/messages');
});

test("a refusal keeps the details in Meta's words and its code", () => {
  const error = {
    code: 131047,
    message: '(#131047) Re-engagement message',
    error_data: { details: 'More than 24 hours.' },
  };
  expect(gateway.readAnswer({ status: 400, headers: {}, body: JSON.stringify({ error }) })).toEqual({
    ok: false,
    failure: { reason: 'window-closed', code: '131047', detail: 'More than 24 hours.' },
  });
});

test('a coded error is a refusal even when it comes with HTTP 500', () => {
  const body = JSON.stringify({ error: { code: 131026, message: 'Message undeliverable' } });
  expect(gateway.readAnswer({ status: 500, headers: {}, body })).toMatchObject({
    failure: { reason: 'unreachable', code: '131026' },
  });
});

test.each([
  ['190', 'credentials'],
  ['200', 'credentials'],
  ['299', 'credentials'],
  ['80007', 'rate-limited'],
  ['131000', 'provider-down'],
  ['131026', 'unreachable'],
  ['131042', 'account'],
  ['131047', 'window-closed'],
  ['131049', 'capped'],
  ['131050', 'marketing-stopped'],
  ['131053', 'media'],
  ['130403', 'blocked-by-us'],
  ['132001', 'template'],
  ['999999', undefined],
])('the code %s means %s', (code, reason) => {
  expect(reasonOf(code)).toBe(reason);
});
