import type { HttpCall, HttpReply } from '../../doors';
import { type Account, noteRequest, textOf } from '../account';
import { json } from '../replies';
import { underFaults } from '../underFaults';
import { ERRORS, twilioError } from './errors';
import { download, leadToFile, MEDIA_HOST } from './media';
import { resourceOf } from './resource';
import { sendMessage } from './send';
import { listContents } from './templates';

/** Answers the 2010-04-01 API (messages, numbers, the account, files), the list of the Content API and the host of the files. */
export function answerTwilio(account: Account, call: HttpCall): HttpReply {
  noteRequest(account, call);
  if (new URL(call.url).hostname === MEDIA_HOST) return download(account, call);
  const { accountSid = '', authToken = '' } = account.own.credentials;
  const basic = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
  if (call.headers.authorization !== `Basic ${basic}`) return twilioError(ERRORS.credentials);
  const { hostname, pathname, searchParams } = new URL(call.url);
  if (hostname === 'content.twilio.com')
    return pathname === '/v1/ContentAndApprovals' ? listContents(account, searchParams) : twilioError(ERRORS.notFound);
  if (hostname === 'messaging.twilio.com') return messaging(account, pathname);
  const root = `/2010-04-01/Accounts/${accountSid}`;
  if (!pathname.startsWith(root)) return twilioError(ERRORS.notFound);
  const path = pathname.slice(root.length);
  if (call.method === 'POST' && path === '/Messages.json') return send(account, call);
  const found = call.method === 'GET' ? read(account, path) : undefined;
  return found ?? twilioError(ERRORS.notFound);
}

function send(account: Account, call: HttpCall): HttpReply {
  const replies = {
    limited: (seconds: number) => twilioError(ERRORS.limited, { 'retry-after': String(seconds) }),
    refused: () => twilioError(ERRORS.notMobile),
  };
  return underFaults(account, replies, () => sendMessage(account, new URLSearchParams(textOf(call))));
}

/** No Messaging Services; WhatsApp senders with their webhook. */
function messaging({ own }: Account, pathname: string): HttpReply {
  const meta = { page: 0, page_size: 100 };
  if (pathname === '/v1/Services') return json(200, { meta: { ...meta, key: 'services' }, services: [] });
  if (pathname !== '/v2/Channels/Senders') return twilioError(ERRORS.notFound);
  const senders = own.numbers
    .filter(({ channel }) => channel === 'whatsapp')
    .map(({ number }, index) => ({
      sid: `XE${String(index).padStart(32, '0')}`,
      sender_id: `whatsapp:${number}`,
      status: 'ONLINE',
      webhook: { callback_url: own.webhook.url ?? '', callback_method: 'POST' },
    }));
  return json(200, { meta: { ...meta, key: 'senders' }, senders });
}

function read(account: Account, path: string): HttpReply | undefined {
  const { own } = account;
  if (path === '.json') return json(200, accountResource(account));
  if (path === '/IncomingPhoneNumbers.json') return json(200, { ...PAGE, incoming_phone_numbers: numbersOf(account) });
  if (path === '/Messages.json') {
    return json(200, { ...PAGE, messages: own.sent.map((message) => resourceOf(account, message)).reverse() });
  }
  const [, file] = /^\/Messages\/\w+\/Media\/(\w+)$/.exec(path) ?? [];
  if (file) return leadToFile(account, file);
  const sid = /^\/Messages\/(\w+)\.json$/.exec(path)?.[1];
  const message = own.sent.find((one) => one.id === sid);
  return message && json(200, resourceOf(account, message));
}

const PAGE = { page: 0, page_size: 500, first_page_uri: '', next_page_uri: null, previous_page_uri: null, uri: '' };

const accountResource = ({ own }: Account) => ({
  sid: own.credentials.accountSid,
  friendly_name: 'OmniChat demo',
  status: 'active',
  type: 'Full',
});

/** WhatsApp senders are no phone numbers of the account: they are not listed, as at Twilio. */
const numbersOf = ({ own }: Account) =>
  own.numbers
    .filter(({ channel }) => channel === 'sms')
    .map(({ number }, index) => ({
      sid: `PN${String(index).padStart(32, '0')}`,
      account_sid: own.credentials.accountSid,
      phone_number: number,
      friendly_name: number,
      capabilities: { voice: true, sms: true, mms: false, fax: false },
      sms_url: own.webhook.url ?? '',
      sms_method: 'POST',
    }));
