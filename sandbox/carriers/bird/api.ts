import { parseJson } from '../../../src/providers/parseJson';
import type { HttpCall, HttpReply } from '../../doors';
import { type Account, noteRequest, textOf } from '../account';
import { fileReply, keptFile } from '../files';
import { json } from '../replies';
import { underFaults } from '../underFaults';
import { errorReply, ERRORS } from './errors';
import { sendMessage } from './send';

/** Answers the Channels API and the file server: both want the access key, and know the account's workspace alone. */
export function answerBird(account: Account, call: HttpCall): HttpReply {
  noteRequest(account, call);
  const { accessKey = '', workspaceId = '' } = account.own.credentials;
  if (call.headers.authorization !== `AccessKey ${accessKey}`) return errorReply(ERRORS.credentials);
  const { hostname, pathname } = new URL(call.url);
  const workspace = `/workspaces/${workspaceId}/`;
  if (!pathname.startsWith(workspace)) return errorReply(ERRORS.notFound);
  const path = pathname.slice(workspace.length);
  if (hostname !== API) return fileAt(account, path);
  if (call.method === 'GET' && path === 'channels') return json(200, { results: channelsOf(account) });
  if (call.method === 'GET' && path === 'webhook-subscriptions')
    return json(200, { results: subscriptionsOf(account) });
  const [, channel] = /^channels\/([\w-]+)\/messages$/.exec(path) ?? [];
  return channel && call.method === 'POST' ? send(account, channel, call) : errorReply(ERRORS.notFound);
}

export const API = 'api.bird.com';

function fileAt(account: Account, path: string): HttpReply {
  const file = keptFile(account, /^media\/(\w+)$/.exec(path)?.[1] ?? '');
  return file ? fileReply(file) : errorReply(ERRORS.notFound);
}

function send(account: Account, channel: string, call: HttpCall): HttpReply {
  const replies = {
    limited: (seconds: number) => errorReply(ERRORS.limited, { 'retry-after': String(seconds) }),
    refused: () => errorReply(ERRORS.recipient),
  };
  return underFaults(account, replies, () => sendMessage(account, channel, parseJson(textOf(call))));
}

const subscriptionsOf = ({ own: { webhook } }: Account) =>
  webhook.url
    ? ['whatsapp.inbound', 'whatsapp.outbound', 'sms.inbound', 'sms.outbound'].map((event, index) => ({
        id: `sub${index}`,
        service: 'channels',
        event,
        eventFilters: [],
        url: webhook.url,
        status: 'active',
      }))
    : [];

const channelsOf = ({ own }: Account) =>
  own.numbers.map(({ receiver, channel, number }) => ({
    id: receiver,
    name: number,
    platformId: channel === 'sms' ? 'sms-messagebird' : 'whatsapp',
    status: 'active',
  }));
