import { WholeResponse } from './wholeResponse';

/** JSON as the platform answers it. */
export const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response =>
  new WholeResponse(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

/** No body: what a `Response` wants for these statuses. */
export const empty = (status: number): Response => new Response(null, { status });

/** An error of the platform's own services. */
export const refusal = (status: number, code: string, message: string): Response => json(status, { code, message });

/** The body of a request as text; JSON where the door speaks JSON. */
export const jsonBody = (init: { readonly body?: unknown } | undefined): unknown =>
  typeof init?.body === 'string' && init.body !== '' ? (JSON.parse(init.body) as unknown) : undefined;
