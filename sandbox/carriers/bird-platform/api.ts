import { parseJson } from '../../../src/providers/parseJson';
import type { HttpCall, HttpReply } from '../../doors';
import { type Account, noteRequest, textOf } from '../account';
import type { Channel } from '../carrier';
import { fileReply, keptFile } from '../files';
import { json } from '../replies';
import { underFaults } from '../underFaults';
import { refusal, REFUSALS } from './errors';
import { sendMessage } from './send';

/** Answers the API: send on either channel, read and list messages, fetch a file. */
export function answerBird(account: Account, call: HttpCall): HttpReply {
  noteRequest(account, call);
  if (call.headers.authorization !== `Bearer ${account.own.credentials.apiKey ?? ''}`)
    return refusal(REFUSALS.credentials);
  const { pathname } = new URL(call.url);
  const [, channel, rest] = /^\/v1\/(whatsapp|sms)\/messages(?:\/(\w+))?$/.exec(pathname) ?? [];
  if (channel === 'whatsapp' || channel === 'sms') {
    if (call.method === 'POST' && !rest) return send(account, channel, call);
    if (call.method === 'GET') return read(account, channel, rest);
  }
  const [, file] = /^\/v1\/whatsapp\/media\/(\w+)$/.exec(pathname) ?? [];
  return file === undefined ? refusal(REFUSALS.notFound) : fileOf(account, file);
}

/** A file nobody sent has expired. */
function fileOf(account: Account, id: string): HttpReply {
  const file = keptFile(account, id);
  return file ? fileReply(file) : refusal(REFUSALS.gone);
}

function send(account: Account, channel: Channel, call: HttpCall): HttpReply {
  const replies = {
    limited: (seconds: number) => refusal(REFUSALS.limited, { 'retry-after': String(seconds) }),
    refused: () => refusal(channel === 'sms' ? REFUSALS.smsRecipient : REFUSALS.recipient),
  };
  return once(account, call, () =>
    underFaults(account, replies, () => sendMessage(account, channel, parseJson(textOf(call)))),
  );
}

const HOURS_3 = 3 * 60 * 60 * 1_000;

/** A repetition of a key within three hours gets the first answer; the key with another body is refused. */
function once(account: Account, call: HttpCall, answer: () => HttpReply): HttpReply {
  const key = call.headers['idempotency-key'];
  if (!key) return answer();
  const { own, agenda } = account;
  const first = own.answered?.[key];
  const asked = textOf(call);
  if (first && agenda.now() - first.at < HOURS_3)
    return first.asked === asked ? json(first.status, parseJson(first.body)) : refusal(REFUSALS.keyReuse);
  const { status, headers, body } = answer();
  const kept = Object.entries(own.answered ?? {}).filter(([, { at }]) => agenda.now() - at < HOURS_3);
  const mine = { at: agenda.now(), asked, status, body: String(body) };
  if (status < 300) own.answered = { ...Object.fromEntries(kept), [key]: mine };
  return { status, headers, body };
}

function read({ own }: Account, channel: Channel, id: string | undefined): HttpReply {
  const prefix = channel === 'sms' ? 'sms_' : 'wam_';
  const messages = own.sent
    .filter((message) => message.id.startsWith(prefix))
    .map(({ text, at, ...message }) => ({
      ...message,
      direction: 'outbound',
      ...(channel === 'sms' ? { text } : { text: { body: text } }),
      created_at: new Date(at).toISOString(),
    }));
  if (!id) return json(200, { data: messages.reverse(), next_cursor: null });
  const message = messages.find((one) => one.id === id);
  return message ? json(200, message) : refusal(REFUSALS.notFound);
}
