import { z } from 'zod';
import type { ContactCard } from '../domain/content';
import { list, maybe } from './lenient';

/**
 * A contact card as WhatsApp words it, which its providers hand on; Infobip writes the names in camel case. An odd part
 * costs only itself. https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/contacts (read 2026-11)
 */
export function cardOf(raw: unknown): ContactCard {
  const { name, org, phones = [], emails = [] } = Card.safeParse(raw).data ?? {};
  const company = org?.company?.trim();
  const mails = emails.map((email) => Email.safeParse(email).data?.email?.trim() ?? '').filter(Boolean);
  return {
    name: nameOf(name),
    phones: phones.flatMap((phone) => phoneOf(Phone.safeParse(phone).data)),
    ...(company && { company }),
    ...(mails.length > 0 && { emails: mails }),
  };
}

const text = maybe(z.string());
const Name = z.object({
  formatted_name: text,
  formattedName: text,
  first_name: text,
  firstName: text,
  last_name: text,
  lastName: text,
});
const Card = z.object({
  name: maybe(Name),
  org: maybe(z.object({ company: text })),
  phones: list,
  emails: list,
});
const Phone = z.object({ phone: text, wa_id: text, waId: text });
const Email = z.object({ email: text });

function nameOf(name: z.infer<typeof Name> | undefined): string {
  const parts = [name?.first_name ?? name?.firstName, name?.last_name ?? name?.lastName];
  return name?.formatted_name ?? name?.formattedName ?? parts.filter((part) => part?.trim()).join(' ');
}

const phoneOf = (phone: z.infer<typeof Phone> | undefined): string | readonly [] =>
  phone?.phone ?? phone?.wa_id ?? phone?.waId ?? [];
