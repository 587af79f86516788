import { infobip } from '../../../../src/providers/infobip';
import { textContent } from '../../../providers/webhookRequest';
import { ANA, asCall, bodyOf, gatewayOf } from '../carrierWorld';
import { connectedWorld, NOW, SMS, WHATSAPP, whatsApp } from '../infobipWorld';

test('what Infobip rejects is rejected in the answer', async () => {
  const { send } = await connectedWorld();
  const refused = (reason: string, code: string) => ({
    ok: false,
    failure: expect.objectContaining({ reason, code }) as object,
  });
  expect(await send({ from: '+15550000000' })).toEqual(refused('account', 'status 13'));
  expect(await send({ content: textContent('ü'.repeat(2_001)) })).toEqual(refused('too-long', 'status 25'));
  expect(await send({ content: textContent('') })).toEqual(refused('refused', 'BAD_REQUEST'));
});

test('a wrong key is told in the words of Infobip', async () => {
  const { carrier } = await connectedWorld();
  const gateway = gatewayOf(infobip, {
    ...carrier,
    credentials: () => ({ ...carrier.credentials(), apiKey: 'other' }),
  });
  const { status, body } = await carrier.handle(asCall(gateway.check(NOW)));
  expect(gateway.readCheck({ status, headers: {}, body: String(body) })).toMatchObject({
    ok: false,
    failure: expect.stringContaining('does not accept these credentials') as string,
  });
});

test('planned faults strike: throttled, rejected, broken down', async () => {
  const { send, state } = await connectedWorld();
  state.faults.push(
    { at: 'carrier.send', kind: '429', times: 1, retryAfterSeconds: 9 },
    { at: 'carrier.send', kind: 'refuse', times: 1 },
    { at: 'carrier.send', kind: '500', times: 1 },
  );
  expect(await send()).toMatchObject({ failure: { reason: 'rate-limited', retryAfterSeconds: 9 } });
  expect(await send()).toMatchObject({ failure: { reason: 'unreachable', code: 'status 52' } });
  expect(await send()).toEqual({ ok: false, failure: { reason: 'provider-down' } });
  expect(await send()).toMatchObject({ ok: true });
});

test('the check offers the numbers, templates are listed, and a read mark shows on the phone', async () => {
  const { carrier, gateway, pass, phones } = await connectedWorld();
  const ask = async (request: Parameters<typeof asCall>[0]) => {
    const reply = await carrier.handle(asCall(request));
    return { status: reply.status, headers: {}, body: String(reply.body) };
  };
  expect(gateway.readCheck(await ask(gateway.check(NOW)))).toMatchObject({
    value: {
      numbers: [
        { receiver: SMS, channels: ['sms'] },
        { receiver: WHATSAPP, channels: ['whatsapp'] },
      ],
    },
  });
  const listed = gateway.templates?.readPage(await ask(gateway.templates.list({ receiver: WHATSAPP }, NOW)));
  expect(listed).toMatchObject({ value: { templates: { length: 12 } } });
  const { id } = carrier.customerWrites({ ...whatsApp, text: 'Hello' });
  await pass(1_000);
  const mark = gateway.markRead?.({ channel: 'whatsapp', from: WHATSAPP, providerId: id }, NOW);
  expect((await ask(mark!)).status).toBe(204);
  expect(phones.messages(ANA)).toMatchObject([{ status: 'read' }]);
});

test('any other path is not there', async () => {
  const { carrier, gateway } = await connectedWorld();
  const { headers, url } = gateway.check(NOW);
  const reply = await carrier.handle({
    method: 'GET',
    url: url.replace('/numbers/1/numbers', '/account/1/balance'),
    headers,
    body: '',
  });
  expect([reply.status, bodyOf(reply)]).toEqual([
    404,
    { requestError: { serviceException: { messageId: 'NOT_FOUND', text: 'Not found' } } },
  ]);
});
