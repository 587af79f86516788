import type { WhatsAppAdapter, createWhatsAppAdapter as create } from '@chat-adapter/whatsapp';
import { metaBatch, metaBody, metaCredentials, metaGateway, signedByMeta } from '../../test/providers/meta/metaCase';
import { ours } from './ours';
import { expectRead, type Subject } from './subject';

/** As Meta writes it, without a letter outside ASCII: whatsapp-api-js accepts no other spelling. */
const asMeta = (body: string): string =>
  JSON.stringify(JSON.parse(body)).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const TEXT = metaBody({
  contacts: [{ profile: { name: 'Ana Horvat' }, wa_id: '385991903327', user_id: 'HR.123456789012345678' }],
  messages: [
    {
      from: '385991903327',
      from_user_id: 'HR.123456789012345678',
      id: 'wamid.ANA1',
      timestamp: '1795165200',
      type: 'text',
      text: { body: 'Pisač opet ne radi 🖨️' },
    },
  ],
});

/** Meta's webhooks: one text, and a batch of three messages and two reports. */
export async function metaSubjects(): Promise<Subject[]> {
  const bodies = [
    ['Meta, one text', asMeta(TEXT), 1],
    ['Meta, batch of 5 events', asMeta(metaBatch), 3],
  ] as const;
  const subjects = bodies.map(async ([webhook, body, messages]) => [
    ours(webhook, metaGateway(), signedByMeta(body)),
    await whatsAppApiJs(webhook, body),
    await chatAdapter(webhook, body, messages),
  ]);
  return (await Promise.all(subjects)).flat();
}

async function whatsAppApiJs(webhook: string, body: string): Promise<Subject> {
  const { WhatsAppAPI } = await import('whatsapp-api-js');
  const { accessToken, appSecret } = metaCredentials;
  const api = new WhatsAppAPI({
    token: accessToken,
    appSecret,
    secure: true,
    v: 'v24.0',
    ponyfill: { subtle: crypto.subtle },
  });
  let read = '';
  api.on.message = ({ message }) => void (read = message.id);
  const signature = signatureOf(body);
  return {
    webhook,
    side: 'whatsapp-api-js',
    reads: 1,
    does: 'verifies, reads the first event only',
    once: async () => {
      read = '';
      await api.post(JSON.parse(body) as Parameters<typeof api.post>[0], body, signature);
      expectRead(read !== '');
    },
  };
}

async function chatAdapter(webhook: string, body: string, messages: number): Promise<Subject> {
  const { createWhatsAppAdapter } = await import('@chat-adapter/whatsapp');
  const { accessToken, appSecret, phoneNumberId, verifyToken } = metaCredentials;
  const adapter = createWhatsAppAdapter({ accessToken, appSecret, phoneNumberId, verifyToken, logger: SILENT });
  let read = 0;
  await adapter.initialize(chatThatCounts(() => (read += 1)));
  const headers = { 'x-hub-signature-256': signatureOf(body), 'content-type': 'application/json' };
  return {
    webhook,
    side: '@chat-adapter/whatsapp',
    reads: messages,
    does: 'verifies, reads messages, no reports; keeps addresses in memory',
    once: async () => {
      read = 0;
      const request = new Request('https://example.com/', { method: 'POST', headers, body });
      expectRead((await adapter.handleWebhook(request)).ok && read === messages);
    },
  };
}

const signatureOf = (body: string): string => signedByMeta(body).headers['x-hub-signature-256'] ?? '';

type ChatInstance = Parameters<WhatsAppAdapter['initialize']>[0];
type Logger = NonNullable<NonNullable<Parameters<typeof create>[0]>['logger']>;

const SILENT: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => SILENT,
};

/** The least that the adapter asks of a chat: a memory for addresses, and somebody who takes messages. */
function chatThatCounts(count: () => void): ChatInstance {
  const kept = new Map<string, unknown>();
  const state = {
    get: async (key: string) => kept.get(key) ?? null,
    set: async (key: string, value: unknown) => void kept.set(key, value),
  };
  return { getState: () => state, processMessage: count } as unknown as ChatInstance;
}
