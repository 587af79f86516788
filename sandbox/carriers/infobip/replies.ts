import type { HttpReply } from '../../doors';
import { json } from '../replies';

/** A status as Infobip spells it in answers and reports. */
export type Status = {
  readonly groupId: number;
  readonly groupName: string;
  readonly id: number;
  readonly name: string;
  readonly description: string;
};

const GROUPS = ['OK', 'PENDING', 'UNDELIVERABLE', 'DELIVERED', 'EXPIRED', 'REJECTED'];

const status = ([groupId, id]: [number, number], name: string, description: string): Status => ({
  groupId,
  groupName: GROUPS[groupId] ?? '',
  id,
  name,
  description,
});

// https://www.infobip.com/docs/essentials/response-status-and-error-codes (read 2026-11)
export const STATUSES = {
  enroute: status([1, 7], 'PENDING_ENROUTE', 'Message sent to next instance'),
  accepted: status([1, 26], 'PENDING_ACCEPTED', 'Message sent to next instance'),
  delivered: status([3, 5], 'DELIVERED_TO_HANDSET', 'Message delivered to handset'),
  undelivered: status([2, 9], 'UNDELIVERABLE_NOT_DELIVERED', 'Message sent not delivered'),
  sender: status([5, 13], 'REJECTED_SENDER', 'Sender not allowed'),
  blocklisted: status([5, 14], 'REJECTED_DESTINATION_BLOCKLISTED', 'Destination is blocklisted'),
  tooLong: status([5, 25], 'REJECTED_MESSAGE_TOO_LONG', 'Message too long'),
  destination: status([5, 52], 'REJECTED_DESTINATION', 'Invalid destination address'),
} as const;

export const ERRORS = {
  none: { groupId: 0, groupName: 'OK', id: 0, name: 'NO_ERROR', description: 'No Error', permanent: false },
  noSession: {
    groupId: 1,
    groupName: 'HANDSET_ERRORS',
    id: 7010,
    name: 'EC_NO_SESSION',
    description: 'Session with end user has expired / no open session',
    permanent: true,
  },
  templateArgs: {
    groupId: 1,
    groupName: 'HANDSET_ERRORS',
    id: 7008,
    name: 'EC_INVALID_TEMPLATE_ARGS',
    description: 'Template arguments do not match the template',
    permanent: true,
  },
  template: {
    groupId: 1,
    groupName: 'HANDSET_ERRORS',
    id: 7009,
    name: 'EC_INVALID_TEMPLATE',
    description: 'Template is not there, or is paused',
    permanent: true,
  },
  mediaHosting: {
    groupId: 1,
    groupName: 'HANDSET_ERRORS',
    id: 7013,
    name: 'EC_MEDIA_HOSTING_ERROR',
    description: 'The file could not be downloaded from its address',
    permanent: false,
  },
} as const;
export type ReportedError = (typeof ERRORS)[keyof typeof ERRORS];

const exception = (http: number, messageId: string, text: string): HttpReply =>
  json(http, { requestError: { serviceException: { messageId, text } } });

export const unauthorized = () => exception(401, 'UNAUTHORIZED', 'Invalid login details');
export const notFound = () => exception(404, 'NOT_FOUND', 'Not found');
export const badRequest = (text: string) => exception(400, 'BAD_REQUEST', text);

export function limited(retryAfterSeconds: number): HttpReply {
  const reply = exception(429, 'TOO_MANY_REQUESTS', 'Too many requests');
  return { ...reply, headers: { ...reply.headers, 'retry-after': String(retryAfterSeconds) } };
}
