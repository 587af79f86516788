import { leavePlatform } from '../../forge/onPlatform';
import { connectMeta, openSettings, whatsapp } from './admin';

const answer = (status: number, body: unknown) => async () => ({ status, headers: {}, body: JSON.stringify(body) });
const numbers = {
  data: [
    { id: '106540352242922', display_phone_number: '+49 30 901820', verified_name: 'Support' },
    { id: '106540352242923', display_phone_number: '+49 30 901821', verified_name: 'Sales' },
  ],
};

afterEach(leavePlatform);

test('good credentials list the account’s numbers and which of them were added', async () => {
  const settings = openSettings({ provider: answer(200, numbers) });
  const connection = await connectMeta(settings);
  await settings.done('addNumber', { connection, receiver: '106540352242922', display: '', channels: whatsapp });

  expect(await settings.done('checkConnection', { connection })).toEqual({
    works: true,
    message: 'Meta accepts the access token. The account has 2 phone numbers.',
    numbers: [
      { receiver: '106540352242922', display: '+4930901820', channels: ['whatsapp'], added: true },
      { receiver: '106540352242923', display: '+4930901821', channels: ['whatsapp'], added: false },
    ],
  });
});

test('refused credentials say so in plain words', async () => {
  const settings = openSettings({
    provider: answer(401, { error: { message: 'Invalid OAuth access token', code: 190 } }),
  });
  const connection = await connectMeta(settings);

  const view = await settings.done('checkConnection', { connection });

  expect([view.works, view.message.startsWith('Meta does not accept the access token.'), view.numbers]).toEqual([
    false,
    true,
    [],
  ]);
});

test('a provider that does not answer is no error of the page', async () => {
  const settings = openSettings();
  const connection = await connectMeta(settings);

  expect(await settings.done('checkConnection', { connection })).toEqual({
    works: false,
    message: 'Meta WhatsApp Cloud API did not answer within 10 seconds. Please try again later.',
    numbers: [],
  });
});
