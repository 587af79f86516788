import { createPublicKey } from 'node:crypto';
import { verify } from 'jsonwebtoken';
import { parseJson } from '../../../src/providers/parseJson';
import type { HttpCall, HttpReply } from '../../doors';
import { type Account, noteRequest, textOf } from '../account';
import { fileReply, keptFile } from '../files';
import { json } from '../replies';
import { underFaults } from '../underFaults';
import { problem, PROBLEMS } from './errors';
import { sendMessage } from './send';
import { listTemplates } from './templates';

/** Answers the Messages API (send, mark as read), lists files and templates, hands out what customers sent. */
export function answerVonage(account: Account, call: HttpCall): HttpReply {
  noteRequest(account, call);
  if (!isAuthorized(account, call)) return problem(PROBLEMS.credentials);
  const { pathname, searchParams } = new URL(call.url);
  const at = `${call.method} ${pathname}`;
  if (at === 'POST /v1/messages') return send(account, call);
  if (/^PATCH \/v1\/messages\/[\w-]+$/.test(at)) return markRead(call);
  if (at === 'GET /v3/media')
    return json(200, { page_size: 1, page_index: 1, total_items: 0, _embedded: { media: [] } });
  const { whatsAppAccountId = '' } = account.own.credentials;
  if (at === `GET /v2/whatsapp-manager/wabas/${whatsAppAccountId}/templates`)
    return listTemplates(account, searchParams);
  const file = keptFile(account, /^GET \/v3\/media\/([\w-]+)$/.exec(at)?.[1] ?? '');
  return file ? fileReply(file) : problem(PROBLEMS.notFound);
}

/** A fresh token of the application, signed with its private key. */
function isAuthorized({ own, agenda }: Account, { headers }: HttpCall): boolean {
  const { applicationId, privateKey = '' } = own.credentials;
  const [, token = ''] = /^Bearer (\S+)$/.exec(headers.authorization ?? '') ?? [];
  try {
    const claims = verify(token, createPublicKey(privateKey), {
      algorithms: ['RS256'],
      clockTimestamp: Math.floor(agenda.now() / 1_000),
    });
    return typeof claims === 'object' && claims.application_id === applicationId && claims.jti !== undefined;
  } catch {
    // Whatever is wrong with it, Vonage says the same.
    return false;
  }
}

function send(account: Account, call: HttpCall): HttpReply {
  const replies = {
    limited: (seconds: number) => problem(PROBLEMS.limited, { 'retry-after': String(seconds) }),
    refused: () => problem(PROBLEMS.recipient),
  };
  return underFaults(account, replies, () => sendMessage(account, parseJson(textOf(call))));
}

const markRead = (call: HttpCall): HttpReply =>
  textOf(call).includes('"read"') ? json(200, {}) : problem(PROBLEMS.params);
