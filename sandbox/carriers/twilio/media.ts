import { createHash } from 'node:crypto';
import type { HttpCall, HttpReply } from '../../doors';
import type { Account } from '../account';
import { fileReply, keptFile } from '../files';
import { ERRORS, twilioError } from './errors';

export const MEDIA_HOST = 'mms.twiliocdn.com';

/** `ME…` leads on to the host of the files: https://www.twilio.com/docs/messaging/api/media-resource (read 2026-11) */
export function leadToFile(account: Account, id: string): HttpReply {
  if (!keptFile(account, id)) return twilioError(ERRORS.notFound);
  return { status: 307, headers: { location: addressOf(account, id) }, body: '' };
}

/** The address alone opens the file. Credentials sent along are refused, as by a store that takes one proof only. */
export function download(account: Account, { url, headers }: HttpCall): HttpReply {
  if (headers.authorization !== undefined)
    return {
      status: 400,
      headers: { 'content-type': 'application/xml' },
      body: '<Error><Code>InvalidArgument</Code></Error>',
    };
  const id = Object.keys(account.own.files ?? {}).find((one) => addressOf(account, one) === url);
  const file = id === undefined ? undefined : keptFile(account, id);
  return file
    ? fileReply(file)
    : { status: 404, headers: { 'content-type': 'application/xml' }, body: '<Error><Code>NoSuchKey</Code></Error>' };
}

function addressOf({ own }: Account, id: string): string {
  const { accountSid = '', authToken = '' } = own.credentials;
  const key = createHash('sha256').update(`${authToken}|${id}`).digest('hex').slice(0, 32);
  return `https://${MEDIA_HOST}/${accountSid}/${key}`;
}
