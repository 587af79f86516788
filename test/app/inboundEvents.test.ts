import { inboundEvents } from '../../src/app/inboundEvents';
import { asProjectId } from '../../src/domain/ids';
import { installationKey } from '../../src/storage/installation';
import { contactIdOf } from '../../src/storage/keys';
import { leavePlatform } from '../forge/onPlatform';
import { ANAS_PHONE, NUMBER } from '../support/builders';
import { openSettings } from './settings/admin';

afterEach(leavePlatform);

test('S0-19 a close in the provider’s inbox concerns the contact it names there, at the provider’s time', async () => {
  const { app, ports } = openSettings();
  const number = { id: NUMBER, project: asProjectId('10000') } as Parameters<typeof inboundEvents>[2];
  const at = ports.clock.now() - 5_000;
  const closed = { kind: 'closed', receiver: '1', channel: 'whatsapp', from: [ANAS_PHONE], at } as const;
  expect(await inboundEvents(app, closed, number)).toEqual([
    {
      key: { project: '10000', contact: contactIdOf(await installationKey(ports), ANAS_PHONE) },
      event: { kind: 'provider-closed', channel: 'whatsapp', number: NUMBER, at },
    },
  ]);
});

test('where the customer came from goes with the message', async () => {
  const { app } = openSettings();
  const number = { id: NUMBER, project: asProjectId('10000') } as Parameters<typeof inboundEvents>[2];
  const referral = { headline: 'Printers', url: 'https://example.com/ad' };
  const message = {
    kind: 'message',
    receiver: '1',
    channel: 'whatsapp',
    providerId: 'w1',
    from: [ANAS_PHONE],
    content: { kind: 'text', text: 'Hi' },
    referral,
  } as const;
  expect(await inboundEvents(app, message, number)).toMatchObject([{ event: { kind: 'customer-message', referral } }]);
});
