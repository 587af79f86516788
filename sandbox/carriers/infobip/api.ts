import type { HttpCall, HttpReply } from '../../doors';
import { type Account, hex, noteRequest, textOf } from '../account';
import { fileReply, keptFile } from '../files';
import { json } from '../replies';
import { underFaults } from '../underFaults';
import { bare } from './events';
import { smsOrder, whatsAppOrder } from './orders';
import { badRequest, limited, notFound, unauthorized } from './replies';
import { type Answering, bareAnswer, listAnswer, type Order, rejected, sendMessage } from './send';
import { listedTemplates } from './templates';

/** Answers Infobip's API: send by either channel, mark as read, fetch a file, list templates and numbers. */
export function answerInfobip(account: Account, call: HttpCall): HttpReply {
  noteRequest(account, call);
  if (call.headers.authorization !== `App ${account.own.credentials.apiKey ?? ''}`) return unauthorized();
  const { pathname } = new URL(call.url);
  return (call.method === 'POST' ? posted(account, call, pathname) : read(account, pathname)) ?? notFound();
}

function posted(account: Account, call: HttpCall, path: string): HttpReply | undefined {
  if (path === '/sms/3/messages') return send(account, smsOrder(bodyOf(call)), listAnswer(hex(account.chance, 16)));
  const [, kind] = /^\/whatsapp\/1\/message\/([a-z]+)$/.exec(path) ?? [];
  if (kind) {
    const answering = kind === 'template' ? listAnswer(hex(account.chance, 16)) : bareAnswer;
    return send(account, whatsAppOrder(account, kind, bodyOf(call)), answering);
  }
  const [, sender, message] = /^\/whatsapp\/1\/senders\/(\d+)\/message\/([^/]+)\/read$/.exec(path) ?? [];
  return sender && message ? markRead(account, decodeURIComponent(message)) : undefined;
}

function send(account: Account, order: Order | undefined, answering: Answering): HttpReply {
  if (!order) return badRequest('Bad request');
  const replies = { limited, refused: () => rejected(account, order, answering) };
  return underFaults(account, replies, () => sendMessage(account, order, answering));
}

function bodyOf(call: HttpCall): unknown {
  try {
    return JSON.parse(textOf(call));
  } catch {
    // Not JSON: no order, and the caller is told so.
    return undefined;
  }
}

/** The customer sees that the business has read the message. */
function markRead({ phones }: Account, id: string): HttpReply {
  const phone = phones.list().find((one) => phones.messages(one).some((message) => message.id === id));
  if (!phone) return notFound();
  phones.tick(phone, id, 'read');
  return { status: 204, headers: {}, body: '' };
}

function read(account: Account, path: string): HttpReply | undefined {
  if (path === '/numbers/1/numbers') return json(200, numbersOf(account));
  const [, sender, edge = ''] = /^\/whatsapp\/[12]\/senders\/(\d+)\/(.+)$/.exec(path) ?? [];
  const isOurs = account.own.numbers.some(({ channel, number }) => channel === 'whatsapp' && bare(number) === sender);
  if (!isOurs) return undefined;
  if (edge === 'templates') return json(200, { templates: listedTemplates(account) });
  const [, id] = /^media\/([0-9a-f]+)$/.exec(edge) ?? [];
  return id === undefined ? undefined : fileOf(account, id);
}

function fileOf(account: Account, id: string): HttpReply | undefined {
  const file = keptFile(account, id);
  return file && fileReply(file);
}

function numbersOf({ own }: Account): object {
  const numbers = own.numbers.map(({ channel, number }, index) => ({
    numberKey: String(index).padStart(32, '0'),
    number: bare(number),
    type: channel === 'whatsapp' ? 'WHATSAPP' : 'VIRTUAL_LONG_NUMBER',
    capabilities: channel === 'whatsapp' ? [] : ['SMS'],
  }));
  return { numbers, numberCount: numbers.length };
}
