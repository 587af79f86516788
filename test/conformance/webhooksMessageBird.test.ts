import type { HttpCall } from '../../sandbox/doors';
import { messagebirdSms, messagebirdWhatsApp } from '../support/world';
import golden from './golden/webhooksMessageBird.json';
import { withSharedFixtures } from './sharedFixtures';
import { testEffects, type Webhooks } from './webhookEffects';

type Example = { readonly rawBody?: string; readonly query?: Readonly<Record<string, string>> };

withSharedFixtures('messagebird', ({ read }) =>
  testEffects({
    numbers: [messagebirdWhatsApp(), messagebirdSms()],
    golden,
    post: (file, webhooks, wrongSecret) =>
      webhooks.timed('messagebird', addressed(read(`${file}.json`), webhooks), wrongSecret),
  }),
);

/** As the app gets it: an SMS as a form, its report by GET at the address the send named, WhatsApp as JSON. */
function addressed(text: string, { receiver, webhookUrl }: Webhooks): Partial<HttpCall> {
  const { rawBody, query } = JSON.parse(text) as Example;
  const [channel, number] = [receiver('messagebird', 'whatsapp'), receiver('messagebird', 'sms')];
  if (query) {
    const reports = `${webhookUrl('messagebird')}/status/FOO/${encodeURIComponent(number)}`;
    return { method: 'GET', url: `${reports}?${new URLSearchParams(query).toString()}`, headers: {} };
  }
  if (rawBody !== undefined) {
    const body = rawBody.replace(/(recipient|shortcode)=\d+/, `$1=${number.slice(1)}`);
    return { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body };
  }
  return { body: JSON.stringify(JSON.parse(text, (name, value: unknown) => (name === 'channelId' ? channel : value))) };
}
