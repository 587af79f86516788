import twilioClient from 'twilio';
import { createTwilioCarrier } from '../../../sandbox/carriers/twilio';
import type { Carrier } from '../../../sandbox/carriers/carrier';
import { ANA, carrierWorld } from './carrierWorld';

/** Twilio's own client, whose requests go to the carrier instead of the network. */
class ToCarrier extends twilioClient.RequestClient {
  constructor(private readonly carrier: Carrier) {
    super();
  }

  override async request(options: Parameters<twilioClient.RequestClient['request']>[0]): Promise<never> {
    const basic = btoa(`${options.username ?? ''}:${options.password ?? ''}`);
    const reply = await this.carrier.handle({
      method: options.method.toUpperCase(),
      url: options.uri,
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams(options.data as Record<string, string> | undefined).toString(),
    });
    return {
      statusCode: reply.status,
      body: JSON.parse(String(reply.body)) as object,
      headers: reply.headers,
    } as never;
  }
}

function client() {
  const { carrier, pass } = carrierWorld(createTwilioCarrier);
  const { accountSid = '', authToken = '' } = carrier.credentials();
  return { api: twilioClient(accountSid, authToken, { httpClient: new ToCarrier(carrier) }), carrier, pass };
}

test("Twilio's own client sends, fetches and lists", async () => {
  const { api, pass } = client();
  const sent = await api.messages.create({ from: '+385951006719', to: ANA, body: 'Hello' });
  expect(sent).toMatchObject({ status: 'queued', direction: 'outbound-api' });
  await pass(10_000);
  expect(await api.messages(sent.sid).fetch()).toMatchObject({ status: 'delivered', body: 'Hello' });
  expect((await api.messages.list()).map(({ sid }) => sid)).toEqual([sent.sid]);
  expect((await api.incomingPhoneNumbers.list()).map(({ phoneNumber }) => phoneNumber)).toEqual(['+385951006719']);
});

test("Twilio's own client reads the refusals", async () => {
  const { api } = client();
  const sending = api.messages.create({ from: 'whatsapp:+14155238886', to: `whatsapp:${ANA}`, body: 'Hello' });
  await expect(sending).rejects.toMatchObject({ status: 400, code: 63016 });
});
