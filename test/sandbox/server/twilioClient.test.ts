import twilio from 'twilio';
import { ANAS_PHONE, BASE, sandboxClient } from '../../support/sandboxClient';
import { ANA } from '../../support/worldSteps';

type Sandbox = Awaited<ReturnType<typeof sandboxClient>>;
type Asked = Parameters<InstanceType<typeof twilio.RequestClient>['request']>[0];

/** Twilio's own client, pointed at the sandbox. */
const clientOf = ({ server }: Sandbox, [accountSid, authToken]: [string, string]) => {
  class Redirected extends twilio.RequestClient {
    override async request(asked: Asked) {
      const { uri, method, data, username = '', password = '' } = asked;
      const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
      const response = await server.request(`${BASE}/carriers/twilio${new URL(uri).pathname}`, {
        method: method.toUpperCase(),
        headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(data as Record<string, string>).toString(),
      });
      return { statusCode: response.status, body: (await response.json()) as never, headers: {} };
    }
  }
  return twilio(accountSid, authToken, { httpClient: new Redirected() });
};

const credentialsOf = async ({ state }: Sandbox) => {
  const row = (await state()).numbers.find(({ provider }) => provider === 'twilio');
  return row!.credentials as { accountSid: string; authToken: string };
};

test('the provider’s own client sends through the carrier', async () => {
  const sandbox = await sandboxClient();
  await sandbox.ask('POST', ANAS_PHONE, { body: { channel: 'sms', to: '+385951006719', text: 'Hello' } });
  const { accountSid, authToken } = await credentialsOf(sandbox);

  const client = clientOf(sandbox, [accountSid, authToken]);
  const sent = await client.messages.create({ from: '+385951006719', to: ANA, body: 'From elsewhere' });
  await sandbox.idle();

  expect(sent.sid).toMatch(/^SM/);
  expect((await sandbox.messages()).map(({ text }) => text)).toEqual(['Hello', 'From elsewhere']);
});

test('the provider’s own client is told of a wrong token in the provider’s words', async () => {
  const sandbox = await sandboxClient();
  const { accountSid } = await credentialsOf(sandbox);

  const client = clientOf(sandbox, [accountSid, 'wrong']);

  await expect(client.messages.create({ from: '+385951006719', to: ANA, body: 'x' })).rejects.toMatchObject({
    status: 401,
    code: 20003,
  });
});
