import type { HttpReply } from '../../doors';
import { json } from '../replies';

/** Errors of the Graph API in Meta's own words. https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (read 2026-11) */
export type MetaError = {
  readonly http: number;
  readonly code: number;
  readonly title: string;
  readonly details?: string;
};

export const ERRORS = {
  token: { http: 401, code: 190, title: 'Invalid OAuth access token - Cannot parse access token' },
  json: { http: 400, code: 100, title: 'Invalid parameter' },
  path: { http: 400, code: 2500, title: 'Unknown path components' },
  recipient: { http: 400, code: 131009, title: 'Parameter value is not valid', details: 'The recipient is not valid.' },
  missing: { http: 400, code: 131008, title: 'Required parameter is missing' },
  type: { http: 400, code: 131051, title: 'Unsupported message type', details: 'Message type is not supported.' },
  tooLong: {
    http: 400,
    code: 100,
    title: "Invalid parameter: Param text['body'] must be at most 4096 characters long.",
  },
  limited: {
    http: 429,
    code: 130429,
    title: 'Rate limit hit',
    details: 'Too many messages were sent from this number.',
  },
  undeliverable: { http: 400, code: 131026, title: 'Message undeliverable', details: 'Message Undeliverable.' },
  templateCount: {
    http: 400,
    code: 132000,
    title: 'Number of parameters does not match the expected number of params',
    details: 'number of localizable_params does not match the expected number of params',
  },
  templateFormat: {
    http: 400,
    code: 132012,
    title: 'Parameter format does not match format in the created template',
    details: 'a component has a parameter of another format or name than the template',
  },
  templatePaused: {
    http: 400,
    code: 132015,
    title: 'Template is Paused',
    details: 'Template is paused due to low quality so it cannot be sent in a template message.',
  },
  notOneLine: {
    http: 400,
    code: 132018,
    title: 'Template parameter format is not valid',
    details: 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces',
  },
  media: { http: 400, code: 131053, title: 'Media upload error', details: 'The file could not be downloaded.' },
  window: {
    http: 400,
    code: 131047,
    title: 'Re-engagement message',
    details: 'More than 24 hours have passed since the customer last replied to this number.',
  },
} as const satisfies Record<string, MetaError>;

export const missingTemplate = (name: string, language: string): MetaError => ({
  http: 404,
  code: 132001,
  title: 'Template name does not exist in the translation',
  details: `template name (${name}) does not exist in ${language}`,
});

export const unknownObject = (id: string): MetaError => ({
  http: 400,
  code: 100,
  title: `Unsupported post request. Object with ID '${id}' does not exist, or cannot be loaded due to missing permissions`,
});

export const metaError = (error: MetaError, headers?: Readonly<Record<string, string>>): HttpReply =>
  json(
    error.http,
    {
      error: {
        message: `(#${error.code}) ${error.title}`,
        type: 'OAuthException',
        code: error.code,
        ...(error.details && { error_data: { messaging_product: 'whatsapp', details: error.details } }),
        fbtrace_id: 'Asandbox0000000000000000',
      },
    },
    headers,
  );

/** The same error as a `failed` report tells it. */
export const statusError = ({ code, title, details = title }: MetaError): object => ({
  code,
  title,
  message: title,
  error_data: { details },
  href: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes/',
});
