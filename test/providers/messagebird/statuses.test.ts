import { CHANNEL, conversationsBody, key, messagebirdGateway, parseJsonBody, reportRequest } from './messagebirdCase';

const path = `/status/${encodeURIComponent(key)}`;

describe('reports about SMS', () => {
  const query = {
    id: 'eef0ab57a9e049be946f3821568c2b2e',
    recipient: '385991903327',
    reference: key,
    status: 'delivered',
    statusDatetime: '2026-11-20T10:00:00+00:00',
  };
  const suffix = `${path}/%2B31970010240126`;
  const parse = (more: object = {}, at = suffix) =>
    messagebirdGateway().parse(reportRequest({ ...query, ...more }, at));

  test('a report leads back to our message and our number by the address it came to', () => {
    expect(parse()).toEqual({
      events: [
        {
          kind: 'report',
          receiver: '+31970010240126',
          channel: 'sms',
          providerId: query.id,
          key,
          status: 'delivered',
          at: Date.parse('2026-11-20T10:00:00Z'),
        },
      ],
      ignored: [],
    });
  });

  test.each(['/status/%E0%A4%A/%2B31970010240126', `${decodeURIComponent(path)}/+31970010240126`])(
    'the address ending in %s still leads there',
    (at) => {
      expect(parse({}, at).events).toMatchObject([{ key, receiver: '+31970010240126' }]);
    },
  );

  test('the plus sign of the time may have become a space', () => {
    expect(parse({ statusDatetime: '2026-11-20T12:00:00 02:00' }).events).toMatchObject([
      { at: Date.parse('2026-11-20T10:00:00Z') },
    ]);
  });

  test.each([
    ['scheduled', 'accepted'],
    ['buffered', 'accepted'],
    ['sent', 'sent'],
    ['delivered', 'delivered'],
    ['delivery_failed', 'failed'],
    ['expired', 'failed'],
  ])('%s is %s', (spelled, status) => {
    expect(parse({ status: spelled }).events).toMatchObject([{ status }]);
  });

  test.each([
    [{ statusErrorCode: '103', statusReason: 'user opted out' }, 'opted-out', '103'],
    [{ statusErrorCode: '1', statusReason: 'unknown subscriber' }, 'unreachable', '1'],
    [{ statusErrorCode: '27' }, 'unreachable', '27'],
    [{ statusErrorCode: '4711', statusReason: 'carrier rejected' }, 'refused', '4711'],
    [{ statusReason: 'unknown_subscriber' }, 'unreachable', 'delivery_failed'],
    [{ statusReason: 'insufficient balance' }, 'account', 'delivery_failed'],
    [{ statusReason: 'something else' }, 'refused', 'delivery_failed'],
  ])('a failure of which it is said %j is %s', (more, reason, code) => {
    const detail = 'statusReason' in more && { detail: more.statusReason };
    expect(parse({ status: 'delivery_failed', ...more }).events).toMatchObject([
      { status: 'failed', failure: { reason, code, ...detail } },
    ]);
  });

  test('the price is kept where the report carries one', () => {
    expect(parse({ 'price[amount]': '0.075', 'price[currency]': 'EUR' }).events).toMatchObject([
      { price: { amount: '0.075', currency: 'EUR' } },
    ]);
    expect(parse({ 'price[amount]': 'much', 'price[currency]': 'EUR' }).events[0]).not.toHaveProperty('price');
  });

  test.each([
    ['of an unknown status', { status: 'unheard_of' }, suffix, 'status unheard_of'],
    ['without an id', { id: '' }, suffix, 'report without a message'],
    ['that leads back to nothing of ours', { reference: '' }, '', 'report without a message'],
  ])('a report %s is left out', (...[, more, at, reason]) => {
    expect(parse(more, at)).toEqual({ events: [], ignored: [reason] });
  });
});

describe('reports about WhatsApp messages', () => {
  const sent = { direction: 'sent', from: CHANNEL, to: '+385991903327' };
  const update = (message: object, more: object = {}) =>
    conversationsBody({ ...sent, ...message }, { type: 'message.updated', ...more });

  test('a report leads back to our message by the address it came to, or by what we put into the message', () => {
    const report = {
      kind: 'report',
      receiver: CHANNEL,
      channel: 'whatsapp',
      providerId: 'm1',
      key,
      status: 'delivered',
      at: Date.parse('2026-11-20T09:59:31.5Z'),
    };
    expect(parseJsonBody(update({ status: 'delivered' }), `${path}/${CHANNEL}`).events).toEqual([report]);
    expect(parseJsonBody(update({ status: 'delivered', source: { omnichat: key } })).events).toEqual([report]);
  });

  test.each([
    ['accepted', 'accepted'],
    ['pending', 'accepted'],
    ['buffered', 'accepted'],
    ['sent', 'sent'],
    ['transmitted', 'sent'],
    ['delivered', 'delivered'],
    ['read', 'read'],
    ['rejected', 'failed'],
    ['failed', 'failed'],
    ['delivery_failed', 'failed'],
    ['expired', 'failed'],
    ['deleted', 'failed'],
  ])('%s is %s', (status, ours) => {
    expect(parseJsonBody(update({ status })).events).toMatchObject([{ status: ours }]);
  });

  test.each([
    [470, 'window-closed'],
    [131047, 'window-closed'],
    [131026, 'unreachable'],
    [131049, 'capped'],
    [132000, 'template'],
    [1013, 'unreachable'],
    [987654, 'refused'],
  ])('the error %i is %s', (code, reason) => {
    const error = { code, description: 'In the words of MessageBird' };
    const failure = { reason, code: String(code), detail: 'In the words of MessageBird' };
    expect(parseJsonBody(update({ status: 'rejected' }, { error })).events).toMatchObject([{ failure }]);
    expect(parseJsonBody(update({ status: 'rejected', error })).events).toMatchObject([{ failure }]);
  });

  test('a failure without an error is refused, named by its status', () => {
    expect(parseJsonBody(update({ status: 'expired' })).events).toMatchObject([
      { failure: { reason: 'refused', code: 'expired' } },
    ]);
  });

  test('an unknown status, or a report about nothing, is left out', () => {
    expect(parseJsonBody(update({ status: 'unknown' }))).toEqual({ events: [], ignored: ['status unknown'] });
    expect(parseJsonBody({ type: 'message.updated' }, path).ignored).toEqual(['report without a message']);
  });
});
