import { createHmac } from 'node:crypto';
import type { Account } from '../../sandbox/carriers/account';
import { signedNow as signedByBird } from '../../sandbox/carriers/bird/events';
import { signedNow as signedByBirdPlatform } from '../../sandbox/carriers/bird-platform/events';
import { signedNow as signedByMessageBird } from '../../sandbox/carriers/messagebird/events';
import { signedNow as signedByVonage } from '../../sandbox/carriers/vonage/events';
import { chanceFrom } from '../../sandbox/chance';
import type { HttpCall, HttpReply } from '../../sandbox/doors';
import type { World } from '../../sandbox/world';

/** Webhook bodies as the providers post them, signed with the credentials of the world's own connection, with invented people. */
export async function webhooksOf(world: World) {
  const { numbers } = await world.describe();
  const rowOf = (provider: string, channel?: string) => {
    const row = numbers.find((one) => one.provider === provider && (!channel || one.channel === channel));
    if (!row) throw new Error(`no ${provider} number is connected in this world`);
    return row;
  };
  const post = (call: HttpCall) => world.drive(() => world.platform.webTrigger(call));
  const secretOf = (provider: string, name: string) => rowOf(provider).credentials[name] ?? '';
  return {
    meta: (body: unknown, secret = secretOf('meta', 'appSecret')) =>
      post(metaCall(rowOf('meta').webhookUrl, body, secret)),
    twilio: (params: Params, secret = secretOf('twilio', 'authToken')) =>
      post(twilioCall(rowOf('twilio').webhookUrl, { AccountSid: secretOf('twilio', 'accountSid'), ...params }, secret)),
    infobip: (body: unknown, secret = secretOf('infobip', 'webhookSecret')) =>
      post(infobipCall(rowOf('infobip').webhookUrl, body, secret)),
    /** Of a provider that signs each attempt: what is not said is a JSON body to the connection's own address. */
    timed: (provider: Timed, part: Partial<HttpCall>, secret?: string) => {
      const { webhookUrl, credentials } = rowOf(provider);
      const call = {
        method: 'POST',
        url: webhookUrl,
        headers: { 'content-type': 'application/json' },
        body: '',
        ...part,
      };
      const own = { credentials: secret === undefined ? credentials : allSecrets(credentials, secret) };
      const account = { own, agenda: world.agenda, chance: chanceFrom({ seed: 1 }) } as Account;
      return post(TIMED[provider](account, call));
    },
    webhookUrl: (provider: string) => rowOf(provider).webhookUrl,
    receiver: (provider: string, channel?: string) => rowOf(provider, channel).receiver,
  };
}

const TIMED = {
  bird: signedByBird,
  'bird-platform': signedByBirdPlatform,
  messagebird: signedByMessageBird,
  vonage: signedByVonage,
} as const;
export type Timed = keyof typeof TIMED;

const allSecrets = (credentials: Readonly<Record<string, string>>, secret: string) =>
  Object.fromEntries(Object.keys(credentials).map((name) => [name, secret]));

export type Posted = Promise<HttpReply>;
type Params = Readonly<Record<string, string>>;

function metaCall(url: string, body: unknown, secret: string): HttpCall {
  const text = JSON.stringify(body);
  const signature = createHmac('sha256', secret).update(text).digest('hex');
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` };
  return { method: 'POST', url, headers, body: text };
}

function infobipCall(url: string, body: unknown, secret: string): HttpCall {
  const headers = { 'content-type': 'application/json', authorization: `Basic ${btoa(`omnichat:${secret}`)}` };
  return { method: 'POST', url, headers, body: JSON.stringify(body) };
}

function twilioCall(url: string, params: Params, secret: string): HttpCall {
  const sorted = Object.keys(params).sort();
  const signed = url + sorted.map((name) => name + (params[name] ?? '')).join('');
  const signature = createHmac('sha1', secret).update(signed).digest('base64');
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature };
  return { method: 'POST', url, headers, body: new URLSearchParams(params).toString() };
}

/** A Meta webhook body of several changes: one per receiving number. */
export const metaBody = (...changes: readonly MetaChange[]) => ({
  object: 'whatsapp_business_account',
  entry: changes.map((change) => ({ id: '419561257915477', changes: [{ field: 'messages', value: valueOf(change) }] })),
});

export type MetaChange = { receiver: string; from: string; name?: string; messages: readonly object[] };

const valueOf = ({ receiver, from, name = 'Ana Horvat', messages }: MetaChange) => ({
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: '4930901820', phone_number_id: receiver },
  contacts: [{ profile: { name }, wa_id: from }],
  messages,
});

/** A text message as Meta spells it. `atMs` is epoch milliseconds; Meta tells seconds. */
export const metaText = (from: string, id: string, { text, atMs }: { text: string; atMs: number }) => ({
  from,
  id: `wamid.${id}`,
  timestamp: String(Math.floor(atMs / 1_000)),
  type: 'text',
  text: { body: text },
});
