import { z } from 'zod';
import type { Account } from '../account';
import type { SentFile } from '../sentFile';
import type { Order } from './send';
import { SentTemplate, templateWords } from './templates';

// The requests of Infobip's OpenAPI 3.210.0 (read 2026-11), as far as the sandbox carries them out.

const WhatsAppOrder = z.object({
  from: z.string().min(1).max(24),
  to: z.string().min(1).max(150),
  content: z.unknown(),
  notifyUrl: z.url().max(2_048).optional(),
  callbackData: z.string().max(4_000).optional(),
  context: z.object({ replyToMessageId: z.string().max(100) }).optional(),
});
const Text = z.object({ text: z.string().min(1) });
const File = z.object({
  mediaUrl: z.url({ protocol: /^https?$/ }).max(2_048),
  caption: z.string().max(3_000).optional(),
  filename: z.string().max(240).optional(),
  voice: z.boolean().optional(),
});
const SmsOrder = z.object({
  sender: z.string().min(1),
  destinations: z.tuple([z.object({ to: z.string().max(64) })]),
  content: Text,
  webhooks: z
    .object({ delivery: z.object({ url: z.url() }).optional(), callbackData: z.string().max(4_000).optional() })
    .optional(),
});
const ListOfOne = z.object({ messages: z.tuple([z.unknown()]) });

/** Undefined where the request is not one that Infobip documents. */
export function smsOrder(body: unknown): Order | undefined {
  const read = SmsOrder.safeParse(ListOfOne.safeParse(body).data?.messages[0]);
  if (!read.success) return undefined;
  const { sender, destinations, content, webhooks } = read.data;
  const reports = webhooks?.delivery?.url;
  const callbackData = webhooks?.callbackData;
  return {
    channel: 'sms',
    from: sender,
    to: destinations[0].to,
    said: content,
    ...(reports && { reports }),
    ...(callbackData && { callbackData }),
  };
}

export function whatsAppOrder(account: Account, kind: string, body: unknown): Order | undefined {
  const read = WhatsAppOrder.safeParse(kind === 'template' ? ListOfOne.safeParse(body).data?.messages[0] : body);
  const said = read.success ? saidIn(account, kind, read.data.content) : undefined;
  if (!read.success || !said) return undefined;
  const { from, to, notifyUrl, callbackData, context } = read.data;
  return {
    channel: 'whatsapp',
    from,
    to,
    ...said,
    said: { ...said.said, ...(context && { quotes: context.replyToMessageId }) },
    ...(notifyUrl && { reports: notifyUrl }),
    ...(callbackData && { callbackData }),
  };
}

function saidIn(account: Account, kind: string, content: unknown): Pick<Order, 'said' | 'fault'> | undefined {
  if (kind === 'template') return templateIn(account, content);
  if (kind === 'text') {
    const said = Text.safeParse(content).data;
    return said && { said };
  }
  const file = File.safeParse(content).data;
  return file && isFile(kind) ? { said: { file: fileOf(kind, file) } } : undefined;
}

function templateIn(account: Account, content: unknown): Pick<Order, 'said' | 'fault'> | undefined {
  const sent = SentTemplate.safeParse(content).data;
  const said = sent && templateWords(account, sent);
  return typeof said === 'string' ? { said: { template: sent?.templateName ?? '' }, fault: said } : said && { said };
}

function fileOf(kind: SentFile['kind'], { mediaUrl: link, caption, filename, voice }: z.infer<typeof File>): SentFile {
  return {
    link,
    kind: kind === 'audio' && voice ? 'voice' : kind,
    ...(caption && { caption }),
    ...(filename && { fileName: filename }),
  };
}

const isFile = (kind: string): kind is Exclude<SentFile['kind'], 'voice'> =>
  ['image', 'video', 'audio', 'document', 'sticker'].includes(kind);
