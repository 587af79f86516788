import type { HttpReply } from '../../doors';
import { json } from '../replies';

/** An error of the API in the shape of RFC 7807. https://developer.vonage.com/en/api-errors/messages (read 2026-11) */
export type VonageProblem = {
  readonly http: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
};

export const PROBLEMS = {
  credentials: {
    http: 401,
    code: 'unauthorized',
    title: 'You did not provide correct credentials.',
    detail: "Check that you're using the correct credentials, and that your account has this feature enabled",
  },
  notFound: {
    http: 404,
    code: 'not-found',
    title: 'Not found',
    detail: 'The requested resource does not exist, or you do not have access to it',
  },
  limited: { http: 429, code: '1010', title: 'Rate Limit Hit', detail: 'Please wait, then retry your request' },
  params: {
    http: 422,
    code: '1020',
    title: 'Invalid params',
    detail: 'The value of one or more parameters is invalid.',
  },
  sender: {
    http: 422,
    code: '1120',
    title: 'Invalid sender',
    detail: 'The `from` parameter is invalid for the given channel.',
  },
  recipient: { http: 422, code: '1170', title: 'Invalid or Missing MSISDN', detail: 'The `to` parameter is invalid.' },
} as const satisfies Record<string, VonageProblem>;

export const problem = (
  { http, code, title, detail }: VonageProblem,
  headers?: Readonly<Record<string, string>>,
): HttpReply =>
  json(http, { type: typeOf(code), title, detail, instance: 'bf0ca0bf927b3b52e3cb03217e1a1ddf' }, headers);

/** Why an accepted message failed, as its report says; the title is the number there. */
export type Failure = { readonly code: number; readonly detail: string };

export const FAILURES = {
  window: {
    code: 1340,
    detail: 'Outside Allowed Window - message sent outside the customer service window',
  },
  template: {
    code: 1022,
    detail: 'Invalid Template - it is not there, is paused, or its parameters do not match',
  },
  media: { code: 1380, detail: 'Media Error - the file could not be downloaded' },
  optedOut: { code: 1240, detail: 'Illegal Number - recipient has opted out' },
} as const satisfies Record<string, Failure>;

export const reported = ({ code, detail }: Failure) => ({
  type: typeOf(String(code)),
  title: code,
  detail,
  instance: 'bf0ca0bf927b3b52e3cb03217e1a1ddf',
});

const typeOf = (code: string) => `https://developer.vonage.com/api-errors/messages#${code}`;
