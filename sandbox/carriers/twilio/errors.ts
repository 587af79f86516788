import type { HttpReply } from '../../doors';
import { json } from '../replies';

/** Errors of the API in Twilio's own words. https://www.twilio.com/docs/api/errors (read 2026-11) */
export type TwilioError = { readonly http: number; readonly code: number; readonly message: string };

export const ERRORS = {
  credentials: { http: 401, code: 20003, message: 'Authenticate' },
  notFound: { http: 404, code: 20404, message: 'The requested resource was not found' },
  limited: { http: 429, code: 20429, message: 'Too Many Requests' },
  noBody: { http: 400, code: 21602, message: 'Message body is required.' },
  tooLong: { http: 400, code: 21617, message: 'The concatenated message body exceeds the 1600 character limit' },
  notMobile: { http: 400, code: 21614, message: "'To' number is not a valid mobile number" },
  optedOut: { http: 400, code: 21610, message: 'Attempt to send to unsubscribed recipient' },
  noChannel: { http: 400, code: 63007, message: 'Twilio could not find a Channel with the specified From address' },
  noContent: { http: 400, code: 21655, message: 'The ContentSid is invalid' },
  badVariables: { http: 400, code: 21656, message: 'The ContentVariables parameter is invalid' },
  wrongCount: { http: 400, code: 63028, message: 'Number of parameters provided does not match the expected number' },
  contentRejected: { http: 400, code: 63040, message: 'Template rejected' },
  contentPaused: { http: 400, code: 63041, message: 'Template paused' },
  media: { http: 400, code: 63019, message: 'Media failed to download' },
  window: {
    http: 400,
    code: 63016,
    message:
      'Failed to send freeform message because you are outside the allowed window. If you are using WhatsApp, please use a Message Template.',
  },
} as const satisfies Record<string, TwilioError>;

export const badTo = (to: string): TwilioError => ({
  http: 400,
  code: 21211,
  message: `The 'To' number ${to} is not a valid phone number.`,
});

export const badFrom = (from: string): TwilioError => ({
  http: 400,
  code: 21606,
  message: `The 'From' phone number provided (${from}) is not a valid message-capable Twilio phone number for this destination.`,
});

export const badCallback = (url: string): TwilioError => ({
  http: 400,
  code: 21609,
  message: `The 'StatusCallback' URL ${url} is not a valid URL.`,
});

export const twilioError = (error: TwilioError, headers?: Readonly<Record<string, string>>): HttpReply =>
  json(
    error.http,
    {
      code: error.code,
      message: error.message,
      more_info: `https://www.twilio.com/docs/errors/${error.code}`,
      status: error.http,
    },
    headers,
  );
