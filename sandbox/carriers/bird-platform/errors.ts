import type { HttpReply } from '../../doors';
import { json } from '../replies';

/** An error of the API in Bird's shape; the names are Bird's, the numbers of most codes are not published. */
export type BirdRefusal = {
  readonly http: number;
  readonly type: string;
  readonly name: string;
  readonly message: string;
};

const invalid = (name: string, message: string): BirdRefusal => ({
  http: 422,
  type: 'validation_error',
  name,
  message,
});

export const REFUSALS = {
  credentials: { http: 401, type: 'auth_error', name: 'unauthorized', message: 'The API key is not valid.' },
  notFound: { http: 404, type: 'not_found_error', name: 'not_found', message: 'There is no such resource.' },
  gone: { http: 410, type: 'not_found_error', name: 'gone', message: 'The stored file has expired.' },
  limited: { http: 429, type: 'rate_limit_error', name: 'rate_limited', message: 'Too many requests.' },
  keyReuse: {
    http: 409,
    type: 'conflict_error',
    name: 'idempotency_key_reuse',
    message: 'The key was used with another request.',
  },
  noContent: invalid('WhatsAppContentRequired', 'A message carries one kind of content.'),
  twoContents: invalid('WhatsAppContentAmbiguous', 'A message carries one kind of content only.'),
  recipient: invalid('WhatsAppInvalidRecipient', 'The recipient is neither a phone number nor a user id.'),
  sender: invalid('WhatsAppSenderNotFound', 'The workspace cannot send from this number.'),
  smsRecipient: invalid('SMSInvalidRecipient', 'The recipient cannot be routed.'),
  smsSender: invalid('SMSNoEligibleSender', 'The workspace has no such sender.'),
  feature: invalid('SMSUnsupportedFeature', 'This feature is not available.'),
  field: invalid('validation_failed', 'A field is missing or has another shape.'),
  segments: invalid('SMSTooManySegments', 'The text exceeds 12 segments.'),
} as const satisfies Record<string, BirdRefusal>;

export const refusal = (
  { http, type, name, message }: BirdRefusal,
  headers?: Readonly<Record<string, string>>,
): HttpReply =>
  json(
    http,
    { error: { type, code: CODES[name] ?? 'E01000', name, message, doc_url: '', request_id: 'req_1' } },
    headers,
  );

const CODES: Readonly<Record<string, string>> = { idempotency_key_reuse: 'E01005' };

/** Why an accepted message failed, as its report says. */
export type Failure = { readonly code: string; readonly description: string; readonly meta_error_code?: string };

export const FAILURES = {
  window: {
    code: 'service_window_expired',
    description: 'The 24-hour service window closed; send a template.',
    meta_error_code: '131047',
  },
  media: { code: 'undeliverable', description: 'The file could not be downloaded.', meta_error_code: '131053' },
  optedOut: { code: 'recipient_opted_out', description: 'The recipient is on a suppression list.' },
} as const satisfies Record<string, Failure>;
