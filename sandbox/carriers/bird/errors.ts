import type { HttpReply } from '../../doors';
import { json } from '../replies';

/** An error of the API in Bird's shape. https://docs.bird.com/api/api-access/common-api-usage (read 2026-11) */
export type BirdError = { readonly http: number; readonly code: string; readonly message: string };

const invalid = (message: string): BirdError => ({ http: 422, code: 'InvalidPayload', message });

export const ERRORS = {
  credentials: { http: 401, code: 'Unauthorized', message: 'The access key is not valid.' },
  notFound: { http: 404, code: 'NotFound', message: 'There is no such resource.' },
  channel: { http: 404, code: 'ChannelNotFound', message: 'There is no such channel.' },
  limited: { http: 429, code: 'TooManyRequests', message: 'Too many requests.' },
  body: invalid('One or more fields provided in the request body are malformed.'),
  recipient: invalid('The receiver is neither a phone number nor a known user.'),
  tooLong: invalid('The text is too long for this channel.'),
} as const satisfies Record<string, BirdError>;

export const errorReply = ({ http, ...error }: BirdError, headers?: Readonly<Record<string, string>>): HttpReply =>
  json(http, error, headers);

/** Why an accepted message failed, as its report says: a code that groups platforms, and the platform's own. */
export type Failure = {
  readonly reason: string;
  readonly failure: {
    readonly code: number;
    readonly description: string;
    readonly source: { readonly name: string; readonly code: string };
  };
};

// https://docs.bird.com/api/channels-api/message-status-and-interactions/message-failure-sources (read 2026-11)
export const FAILURES = {
  window: failed('whatsapp', '131047', 'Re-engagement message'),
  media: failed('whatsapp', '131053', 'Media upload error'),
  optedOut: failed('sms-messagebird', '103', 'user opted out'),
} as const;

function failed(name: string, code: string, description: string): Failure {
  const reason = `details: ${description.toLowerCase()}; code: ${code}`;
  return { reason, failure: { code: 15_001, description, source: { name, code } } };
}
