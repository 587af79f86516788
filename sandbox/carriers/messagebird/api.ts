import { parseJson } from '../../../src/providers/parseJson';
import type { HttpCall, HttpReply } from '../../doors';
import { type Account, noteRequest, textOf } from '../account';
import { fileReply, keptFile } from '../files';
import { json } from '../replies';
import { underFaults } from '../underFaults';
import { errorReply, ERRORS } from './errors';
import { sendSms, sendWhatsApp } from './send';
import { listedTemplates } from './templates';

/** Answers the APIs of MessageBird, each at its own host. */
export function answerMessageBird(account: Account, call: HttpCall): HttpReply {
  noteRequest(account, call);
  if (call.headers.authorization !== `AccessKey ${account.own.credentials.accessKey ?? ''}`)
    return errorReply(ERRORS.credentials);
  const url = new URL(call.url);
  const at = `${call.method} ${url.hostname.split('.')[0] ?? ''} ${url.pathname}`;
  const file = keptFile(account, /^GET media \/v1\/media\/(\w+)$/.exec(at)?.[1] ?? '');
  if (file) return fileReply(file);
  const answer = ANSWERS[at];
  return answer ? answer(account, call, url) : errorReply(ERRORS.notFound);
}

type Answer = (account: Account, call: HttpCall, url: URL) => HttpReply;

const sending =
  (send: (account: Account, body: unknown) => HttpReply): Answer =>
  (account, call) => {
    const replies = {
      limited: (seconds: number) => errorReply(ERRORS.limited, { 'retry-after': String(seconds) }),
      refused: () => errorReply(ERRORS.recipient),
    };
    return underFaults(account, replies, () => send(account, parseJson(textOf(call))));
  };

/** The ends are keyed by method, host and path. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  'POST conversations /v1/send': sending(sendWhatsApp),
  'POST rest /messages': sending(sendSms),
  'GET numbers /v1/phone-numbers': ({ own }, _call, url) => json(200, page(numbersOf(own.numbers), url)),
  'GET conversations /v1/webhooks': ({ own }, _call, url) => json(200, page(webhooksOf(own), url)),
  'GET integrations /v2/platforms/whatsapp/templates': (account, _call, url) =>
    json(200, page(listedTemplates(account), url, 4)),
};

const webhooksOf = ({ webhook }: Account['own']): readonly object[] =>
  webhook.url
    ? [{ id: 'wh1', url: webhook.url, events: ['message.created', 'message.updated'], status: 'enabled' }]
    : [];

const numbersOf = (numbers: Account['own']['numbers']): readonly object[] =>
  numbers
    .filter(({ channel }) => channel === 'sms')
    .map(({ receiver }) => ({
      number: receiver.replace('+', ''),
      country: 'NL',
      features: ['sms', 'voice'],
      type: 'mobile',
      status: 'active',
    }));

/** `most`: small pages, so that whoever lists has to turn them. */
function page(all: readonly object[], { searchParams }: URL, most = Infinity) {
  const offset = Number(searchParams.get('offset') ?? 0);
  const limit = Math.min(most, Number(searchParams.get('limit') ?? 20));
  const items = all.slice(offset, offset + limit);
  return { offset, limit, count: items.length, totalCount: all.length, items };
}
