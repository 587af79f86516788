import { numberFor } from '../../src/app/numberFor';
import { asConnectionId } from '../../src/domain/ids';
import type { Gateway, WebhookRequest } from '../../src/providers/provider';
import type { ProviderEvent } from '../../src/providers/providerEvent';
import { loadConnection } from '../../src/storage/connections';
import { leavePlatform } from '../forge/onPlatform';
import { connectMeta, openSettings, whatsapp } from './settings/admin';

afterEach(leavePlatform);

type Report = Extract<ProviderEvent, { kind: 'report' }>;
const request: WebhookRequest = { method: 'POST', url: '', suffix: '', query: {}, headers: {}, body: '' };
const sent: Report = { kind: 'report', channel: 'sms', providerId: 'm1', status: 'sent' };

/** What number an event is for, at a connection with these numbers. */
async function connectionWith(...receivers: readonly string[]) {
  const settings = openSettings();
  const id = asConnectionId(await connectMeta(settings));
  for (const receiver of receivers)
    await settings.done('addNumber', { connection: id, receiver, display: '', channels: whatsapp });
  const open = await loadConnection(settings.ports, id, { fresh: true });
  if (!open) throw new Error('the connection is gone');
  const webhook = { connection: open.connection, gateway: {} as Gateway, request };
  return async (event: Partial<Report>) => (await numberFor(settings.app, webhook, { ...sent, ...event }))?.receiver;
}

test('a whole number of seven digits is found by a provider that leaves its plus sign away', async () => {
  const found = await connectionWith('+6834567', '+29012345');
  expect(await found({ receiver: '6834567', mayLackPlus: true })).toBe('+6834567');
  expect(await found({ receiver: '29012345', mayLackPlus: true })).toBe('+29012345');
  expect(await found({ receiver: '+6834567' })).toBe('+6834567');
});

test('a short code is never taken for the number that only has the same digits', async () => {
  expect(await (await connectionWith('+6834567'))({ receiver: '6834567' })).toBeUndefined();
  const both = await connectionWith('+6834567', '6834567');
  expect(await both({ receiver: '6834567', mayLackPlus: true })).toBe('6834567');
  expect(await both({ receiver: '+6834567' })).toBe('+6834567');
});

test.each([[undefined], ['no key'], ['10000.00000000000000000000000000000001.1:000002']])(
  'a report that names no number and the key %s is for nobody where no such message is',
  async (key) => {
    const found = await connectionWith('+6834567');
    expect(await found(key === undefined ? {} : { key })).toBeUndefined();
  },
);
