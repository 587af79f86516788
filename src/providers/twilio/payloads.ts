import { z } from 'zod';
import { addressValue, type Channel, type ContactAddress } from '../../domain/contact';
import { parseJson } from '../parseJson';
import type { WebhookRequest } from '../provider';

/** The parameters of a webhook. Twilio adds new ones at any time, so they are read by name. */
export type Fields = { readonly get: (name: string) => string | undefined };

/**
 * Reads the parameters from where the signature covers them: the JSON body where the address carries its hash, the
 * query of a GET, else the form. An empty parameter is an absent one.
 */
export function fieldsOf(request: WebhookRequest, form = new URLSearchParams(request.body)): Fields {
  if (hasBodyHash(request)) return fieldsFrom(Flat.safeParse(parseJson(request.body)).data ?? {});
  if (request.method === 'GET') return fieldsFrom(request.query);
  return { get: (name) => filled(form.get(name)) };
}

/** JSON bodies are signed by their hash, which is a parameter of the address. */
export const hasBodyHash = (request: WebhookRequest): boolean => request.query[BODY_HASH] !== undefined;
export const BODY_HASH = 'bodySHA256';

const Flat = z.record(z.string(), z.unknown());

const fieldsFrom = (record: Readonly<Record<string, unknown>>): Fields => ({
  get: (name) => filled(record[name]),
});

const filled = (raw: unknown): string | undefined => (typeof raw === 'string' && raw !== '' ? raw : undefined);

/** An address of Twilio: `+1415…` is SMS, `whatsapp:+1415…` WhatsApp; other prefixes are channels we do not carry. */
export function addressOf(raw: string | undefined): { readonly channel: Channel; readonly value: string } | undefined {
  if (!raw) return undefined;
  if (raw.startsWith(WHATSAPP)) return { channel: 'whatsapp', value: raw.slice(WHATSAPP.length) };
  return raw.includes(':') ? undefined : { channel: 'sms', value: raw };
}

/** An address as the Messages API wants it. */
export const spellAddress = (channel: Channel, address: ContactAddress): string =>
  channel === 'whatsapp' ? `${WHATSAPP}${addressValue(address)}` : addressValue(address);

export const WHATSAPP = 'whatsapp:';
