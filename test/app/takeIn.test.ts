import { takeIn } from '../../src/app/takeIn';
import { asConnectionId } from '../../src/domain/ids';
import type { ContactAddress } from '../../src/domain/contact';
import type { Gateway, WebhookRequest } from '../../src/providers/provider';
import type { ProviderEvent } from '../../src/providers/providerEvent';
import { loadConnection } from '../../src/storage/connections';
import { isSuppressed } from '../../src/storage/suppression';
import { leavePlatform } from '../forge/onPlatform';
import { ANAS_PHONE } from '../support/builders';
import { connectMeta, metaCredentials, openSettings, whatsapp } from './settings/admin';

afterEach(leavePlatform);

const REQUEST: WebhookRequest = { method: 'POST', url: '', suffix: '', query: {}, headers: {}, body: '' };
const ANAS_ID: ContactAddress = { kind: 'whatsapp-user', userId: 'HR.1' };

/** A provider that tells of opt-outs apart from messages. */
async function told() {
  const settings = openSettings();
  const id = asConnectionId(await connectMeta(settings));
  const receiver = metaCredentials.phoneNumberId;
  await settings.done('addNumber', { connection: id, receiver, display: '', channels: whatsapp });
  const open = await loadConnection(settings.ports, id);
  if (!open) throw new Error('the connection is gone');
  const tells = (stopped: boolean, more: { at?: number; receiver?: string } = {}) => {
    const from = [ANAS_PHONE, ANAS_ID] as const;
    const event: ProviderEvent = { kind: 'consent', receiver, channel: 'whatsapp', from, stopped, ...more };
    const gateway = { parse: () => ({ events: [event], ignored: [] }) } as unknown as Gateway;
    return takeIn(settings.app, { connection: open.connection, gateway, request: REQUEST });
  };
  const suppressed = () => Promise.all([ANAS_PHONE, ANAS_ID].map((address) => isSuppressed(settings.ports, address)));
  return { tells, suppressed, now: settings.ports.clock.now() };
}

test('X18 an opt-out that the provider reports outside a message binds every address it names', async () => {
  const { tells, suppressed } = await told();

  expect(await tells(true)).toBe(true);
  expect(await suppressed()).toEqual([true, true]);

  expect(await tells(false)).toBe(true);
  expect(await suppressed()).toEqual([false, false]);
});

test('an older word of the provider changes nothing, and a time of the future is now', async () => {
  const { tells, suppressed, now } = await told();

  await tells(true, { at: now + 3_600_000 });
  await tells(false, { at: now - 1 });
  expect(await suppressed()).toEqual([true, true]);
});

test('for a number nobody added it is counted and nothing more', async () => {
  const { tells, suppressed } = await told();

  expect(await tells(true, { receiver: 'another' })).toBe(true);

  expect(await suppressed()).toEqual([false, false]);
});
