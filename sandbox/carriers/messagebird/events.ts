import { createHash } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { HttpCall } from '../../doors';
import { type Account, hex } from '../account';
import { conversationOf } from './message';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Signed as MessageBird does at each attempt: the token lives a minute. */
export function signedNow({ own, agenda }: Account, call: HttpCall): HttpCall {
  const nbf = Math.floor(agenda.now() / 1_000);
  const body = String(call.body);
  const claims = {
    iss: 'MessageBird',
    nbf,
    exp: nbf + 60,
    // Made of the request: a repetition has the id of its first attempt.
    jti: sha256(`${call.url} ${body}`).slice(0, 32),
    url_hash: sha256(call.url),
    ...(body && { payload_hash: sha256(body) }),
  };
  const token = jwt.sign(claims, own.credentials.signingKey ?? '', { noTimestamp: true });
  return { ...call, headers: { ...call.headers, 'messagebird-signature-jwt': token } };
}

type Sms = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly at: number;
};

/** An incoming SMS as a flow forwards it. Undefined while no webhook address is set. */
export function smsCall({ own }: Account, { id, from, to, text, at }: Sms): HttpCall | undefined {
  if (!own.webhook.url) return undefined;
  const form = {
    id,
    recipient: to.slice(1),
    originator: from.slice(1),
    body: text,
    createdDatetime: rfc3339(at),
    reference: '',
  };
  return {
    method: 'POST',
    url: own.webhook.url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  };
}

/** A report about an SMS: by GET, everything in the query. */
export function smsReportCall(reportUrl: string, query: Readonly<Record<string, string>>): HttpCall {
  const url = `${reportUrl}${reportUrl.includes('?') ? '&' : '?'}${new URLSearchParams(query).toString()}`;
  return { method: 'GET', url, headers: {}, body: '' };
}

export const rfc3339 = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, '+00:00');

type Told = {
  readonly type: 'message.created' | 'message.updated' | 'conversation.updated';
  readonly phone: string;
  readonly message?: { readonly channelId: string };
  readonly error?: object | undefined;
  /** Instead of the account's own address. */
  readonly url?: string;
};

/** A webhook of the Conversations API. Undefined while nobody asked to be told. */
export function conversationCall(account: Account, { type, phone, message, error, url }: Told): HttpCall | undefined {
  const address = url ?? account.own.webhook.url;
  if (!address) return undefined;
  const contact = contactOf(account, phone);
  const conversation = {
    id: conversationOf(phone),
    contactId: contact.id,
    status: type === 'conversation.updated' ? 'archived' : 'active',
    lastUsedChannelId: message?.channelId,
    updatedDatetime: new Date(account.agenda.now()).toISOString(),
  };
  const told = type === 'conversation.updated' ? {} : { message };
  return {
    method: 'POST',
    url: address,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'MessageBird/conversations',
      'x-request-id': hex(account.chance, 16),
    },
    body: JSON.stringify({ contact, conversation, ...told, type, ...(error && { error }) }),
  };
}

/** A contact without a name is called by its number. */
function contactOf({ phones }: Account, phone: string) {
  const [firstName = '', ...others] = phones.name(phone).split(' ');
  return {
    id: `a0${phone.slice(1).padStart(30, '0')}`,
    msisdn: Number(phone.slice(1)),
    displayName: phones.name(phone) || phone.slice(1),
    firstName,
    lastName: others.join(' '),
  };
}
