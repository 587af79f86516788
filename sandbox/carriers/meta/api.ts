import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { HttpCall, HttpReply } from '../../doors';
import { type Account, isPhoneNumber, noteRequest, phoneOfUser, textOf } from '../account';
import { json } from '../replies';
import { underFaults } from '../underFaults';
import { ERRORS, metaError, unknownObject } from './errors';
import { describeFile, download, MEDIA_HOST } from './media';
import { sendMessage } from './send';
import { listTemplates } from './templates';

/** Answers the Graph API (send, mark as read, list numbers and templates, find a file) and the host of the files. */
export function answerGraph(account: Account, call: HttpCall): HttpReply {
  noteRequest(account, call);
  if (new URL(call.url).hostname === MEDIA_HOST) return download(account, call);
  const { accessToken, businessAccountId } = account.own.credentials;
  if (call.headers.authorization !== `Bearer ${accessToken}`) return metaError(ERRORS.token);
  const [, id = '', edge] = /^\/(?:v\d+\.\d+\/)?([^/]+)(?:\/([^/]+))?\/?$/.exec(new URL(call.url).pathname) ?? [];
  if (call.method === 'GET' && edge === 'phone_numbers')
    return id === businessAccountId ? listNumbers(account) : metaError(unknownObject(id));
  if (call.method === 'GET' && edge === 'message_templates')
    return id === businessAccountId
      ? listTemplates(account, new URL(call.url).searchParams)
      : metaError(unknownObject(id));
  if (call.method === 'GET' && edge === 'subscribed_apps')
    return id === businessAccountId ? listApps(account) : metaError(unknownObject(id));
  if (call.method === 'GET' && edge === undefined) return describeNumber(account, id) ?? describeFile(account, id);
  if (call.method !== 'POST' || edge !== 'messages') return metaError(ERRORS.path);
  const number = account.own.numbers.find((one) => one.receiver === id);
  if (!number) return metaError(unknownObject(id));
  const body = bodyOf(call);
  if (!body) return metaError(ERRORS.json);
  if (body.status === 'read') return json(200, { success: true });
  const replies = {
    limited: (seconds: number) => metaError(ERRORS.limited, { 'retry-after': String(seconds) }),
    refused: () => metaError(ERRORS.undeliverable),
  };
  return underFaults(account, replies, () => sendMessage(account, number, { body, phone: recipientOf(account, body) }));
}

function bodyOf(call: HttpCall): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(textOf(call));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    // Not JSON: the caller is told so in Meta's words.
    return undefined;
  }
}

/** The phone a message is for: `to` wins over `recipient`, as Meta says. */
function recipientOf(account: Account, body: Record<string, unknown>): string | undefined {
  const { to, recipient } = body;
  if (typeof to === 'string') {
    const phone = `+${to.replace(/\D/g, '')}`;
    return isPhoneNumber(phone) ? phone : undefined;
  }
  return typeof recipient === 'string' ? phoneOfUser(account, recipient) : undefined;
}

/** An app without a callback URL is subscribed to nothing. */
const listApps = ({ own }: Account): HttpReply =>
  json(200, {
    data: own.webhook.url ? [{ whatsapp_business_api_data: { id: '670843887433847', name: 'OmniChat demo' } }] : [],
  });

function describeNumber({ own }: Account, id: string): HttpReply | undefined {
  if (!own.numbers.some(({ receiver }) => receiver === id)) return undefined;
  return json(200, { webhook_configuration: own.webhook.url ? { application: own.webhook.url } : {}, id });
}

const listNumbers = ({ own }: Account): HttpReply =>
  json(200, {
    data: own.numbers.map((number) => ({
      id: number.receiver,
      display_phone_number: parsePhoneNumberFromString(number.number)?.formatInternational() ?? number.number,
      verified_name: 'OmniChat demo',
      quality_rating: 'GREEN',
      status: 'CONNECTED',
      code_verification_status: 'VERIFIED',
    })),
    paging: { cursors: { before: 'MAZDZD', after: 'MAZDZD' } },
  });
