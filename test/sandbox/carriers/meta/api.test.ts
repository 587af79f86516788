import { parsePhoneNumber } from '../../../../src/domain/ids';
import { NOW, requestOf, textContent } from '../../../providers/webhookRequest';
import { ADDRESS, ANA, asCall, bodyOf } from '../carrierWorld';
import { connectedWorld, wish } from '../metaWorld';

test.each([
  ['another token', { headers: { authorization: 'Bearer another' } }, 'credentials', '190'],
  ['a number of nobody', { url: 'https://graph.facebook.com/v26.0/1/messages' }, 'refused', '100'],
  ['a body that is no JSON', { body: '{' }, 'refused', '100'],
])('a send with %s is refused in the words of Meta', async (...[, part, reason, code]) => {
  const { gateway, carrier, receiver } = await connectedWorld();
  const phone = parsePhoneNumber(ANA)!;
  const outbound = {
    key: 'k',
    channel: 'whatsapp',
    from: receiver,
    to: { kind: 'phone', phone },
    content: textContent('x'),
  } as const;
  const call = asCall(requestOf(gateway, { ...outbound, statusUrl: ADDRESS }));
  const { status, headers, body } = await carrier.handle({ ...call, ...part });
  expect(gateway.readAnswer({ status, headers, body: String(body) })).toMatchObject({ failure: { reason, code } });
});

test('an impossible recipient and a text that is too long are refused', async () => {
  const { carrier, send } = await connectedWorld();
  carrier.customerWrites({ ...wish, text: 'Hello' });
  expect(await send({ to: { kind: 'whatsapp-user', userId: 'HR.0' } })).toMatchObject({ failure: { code: '131009' } });
  expect(await send({ content: textContent('x'.repeat(4_097)) })).toMatchObject({ failure: { code: '100' } });
  expect(await send({ content: textContent('x'.repeat(4_096)) })).toMatchObject({ ok: true });
});

test.each([
  ['429', { reason: 'rate-limited', retryAfterSeconds: 9 }],
  ['500', { reason: 'provider-down' }],
  ['refuse', { reason: 'unreachable', code: '131026' }],
] as const)('the fault %s answers instead of Meta, and the phone shows nothing', async (kind, failure) => {
  const { send, state, carrier, phones } = await connectedWorld();
  carrier.customerWrites({ ...wish, text: 'Hello' });
  state.faults = [{ at: 'carrier.send', kind, times: 1, retryAfterSeconds: 9 }];
  expect(await send()).toMatchObject({ ok: false, failure });
  expect(phones.messages(ANA)).toHaveLength(1);
  expect(await send()).toMatchObject({ ok: true });
});

test('the check of the gateway lists all numbers of the account', async () => {
  const { carrier, gateway } = await connectedWorld();
  const added = carrier.addNumber({ channel: 'whatsapp', number: '+4930901899' });
  const { status, headers, body } = await carrier.handle(asCall(gateway.check(NOW)));
  expect(gateway.readCheck({ status, headers, body: String(body) })).toMatchObject({
    ok: true,
    value: { numbers: [{ display: '+4930901820' }, { receiver: added.receiver, display: '+4930901899' }] },
  });
});

test('a template goes out when the window is closed', async () => {
  const { carrier, receiver, phones } = await connectedWorld();
  const reply = await carrier.handle({
    method: 'POST',
    url: `https://graph.facebook.com/v26.0/${receiver}/messages`,
    headers: { authorization: `Bearer ${carrier.credentials().accessToken ?? ''}` },
    body: JSON.stringify({
      messaging_product: 'whatsapp',
      to: '385991903327',
      type: 'template',
      template: {
        name: 'case_update',
        language: { code: 'en' },
        components: [{ type: 'body', parameters: ['Ana', 'SUP-1'].map((text) => ({ type: 'text', text })) }],
      },
    }),
  });
  expect(bodyOf(reply)).toMatchObject({ contacts: [{ wa_id: '385991903327' }] });
  expect(phones.messages(ANA)).toMatchObject([
    { template: 'case_update', text: 'Hello Ana, there is news about your request SUP-1. May we write to you?' },
  ]);
});
