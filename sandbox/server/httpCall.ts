import type { Context } from 'hono';
import type { HttpCall, HttpReply } from '../doors';

/** The request as plain data, its body untouched byte for byte: signatures are made over it. `base` replaces scheme, host and port. */
export async function httpCallOf(context: Context, base: string, path?: string): Promise<HttpCall> {
  const url = new URL(context.req.url);
  const headers: Record<string, string> = {};
  context.req.raw.headers.forEach((value, name) => (headers[name] = value));
  return {
    method: context.req.method,
    url: `${base}${path ?? url.pathname}${url.search}`,
    headers,
    body: new Uint8Array(await context.req.arrayBuffer()),
  };
}

/** Statuses that may carry no body: Fetch standard, "null body status". */
const BODILESS = [101, 204, 205, 304];

export function responseOf(reply: HttpReply): Response {
  const body = BODILESS.includes(reply.status) ? null : asBody(reply.body);
  return new Response(body, { status: reply.status, headers: { ...reply.headers } });
}

const asBody = (body: Uint8Array | string) => (typeof body === 'string' ? body : new Uint8Array(body));
