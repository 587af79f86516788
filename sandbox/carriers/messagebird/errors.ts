import type { HttpReply } from '../../doors';
import { json } from '../replies';

/** An error of the APIs in MessageBird's own words. https://developers.messagebird.com/api/#api-errors (read 2026-11) */
export type MessageBirdError = {
  readonly http: number;
  readonly code: number;
  readonly description: string;
  readonly parameter: string | null;
};

const invalid = (parameter: string, description: string): MessageBirdError => ({
  http: 422,
  code: 10,
  description,
  parameter,
});

export const ERRORS = {
  credentials: {
    http: 401,
    code: 2,
    description: 'Request not allowed (incorrect access_key)',
    parameter: 'access_key',
  },
  notFound: { http: 404, code: 20, description: 'not found', parameter: null },
  limited: { http: 429, code: 429, description: 'Too many requests', parameter: null },
  recipient: { http: 422, code: 9, description: 'no (correct) recipients found', parameter: 'recipients' },
  originator: invalid('originator', 'originator is invalid'),
  body: { http: 422, code: 9, description: 'body is required', parameter: 'body' },
  tooLong: invalid('body', 'body is too long'),
  reportUrl: invalid('reportUrl', 'reportUrl is not a valid URL'),
  validity: invalid('validity', 'validity is invalid'),
  field: invalid('content', 'content is invalid for this type'),
  channel: { http: 404, code: 20, description: 'channel not found', parameter: 'from' },
} as const satisfies Record<string, MessageBirdError>;

export const errorReply = (
  { http, ...error }: MessageBirdError,
  headers?: Readonly<Record<string, string>>,
): HttpReply => json(http, { errors: [error] }, headers);

/** Why an accepted WhatsApp message was rejected, as its report says. */
export const WINDOW = {
  code: 470,
  description:
    'Message failed to send because more than 24 hours have passed since the customer last replied to this number',
};

export const MEDIA = { code: 131053, description: 'Media upload error' };

/** In the words of Meta, which MessageBird passes on. */
export const TEMPLATE = {
  missing: { code: 132001, description: 'Template name does not exist in the translation' },
  paused: { code: 132015, description: 'Template is paused' },
  count: { code: 132000, description: 'Number of parameters does not match the expected number of params' },
  format: { code: 132012, description: 'Parameter format does not match format in the created template' },
  'not-one-line': { code: 132018, description: 'Param text cannot have new-line/tab characters' },
} as const;
