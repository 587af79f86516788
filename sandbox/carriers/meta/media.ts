import { createHmac } from 'node:crypto';
import type { HttpCall, HttpReply } from '../../doors';
import type { Account } from '../account';
import { fileReply, keptFile } from '../files';
import { json } from '../replies';
import { ERRORS, metaError, unknownObject } from './errors';

export const MEDIA_HOST = 'lookaside.fbsbx.com';

// https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media (read 2026-11)
const ADDRESS_LIVES_SECONDS = 5 * 60;

/** What the Graph API says of a customer's file: where it can be fetched during the next five minutes. */
export function describeFile(account: Account, id: string): HttpReply {
  const file = keptFile(account, id);
  if (!file) return metaError(unknownObject(id));
  return json(200, {
    url: addressOf(account, id, secondsNow(account) + ADDRESS_LIVES_SECONDS),
    mime_type: file.mimeType,
    sha256: file.sha256.toString('hex'),
    file_size: file.bytes.length,
    id,
    messaging_product: 'whatsapp',
  });
}

/** The host of the files wants the token as well; an address that is over is not found. */
export function download(account: Account, { url, headers }: HttpCall): HttpReply {
  if (headers.authorization !== `Bearer ${account.own.credentials.accessToken}`) return metaError(ERRORS.token);
  const query = new URL(url).searchParams;
  const id = query.get('mid') ?? '';
  const until = Number(query.get('ext'));
  const file =
    url === addressOf(account, id, until) && until >= secondsNow(account) ? keptFile(account, id) : undefined;
  return file ? fileReply(file) : { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found' };
}

function addressOf({ own }: Account, id: string, until: number): string {
  const hash = createHmac('sha256', own.credentials.appSecret ?? '')
    .update(`${id}|${until}`)
    .digest('base64url');
  return `https://${MEDIA_HOST}/whatsapp_business/attachments/?mid=${id}&source=webhook&ext=${until}&hash=${hash}`;
}

const secondsNow = ({ agenda }: Account): number => Math.floor(agenda.now() / 1_000);
