import { z } from 'zod';
import { CONSENT_SOURCES } from '../domain/consent';
import { CHANNELS, type Contact, type ContactAddress } from '../domain/contact';
import { MEDIA_FAILURES, type Content, type Referral } from '../domain/content';
import { DELIVERY_STATUSES, FAILURE_REASONS, type Delivery, type SendFailure } from '../domain/delivery';
import { TEMPLATE_BUTTON_KINDS, TEMPLATE_FILE_KINDS, type SentTemplate } from '../domain/template';
import { COMMENT_CHANGES, type Message } from '../domain/message';
import {
  AccountIdSchema,
  ContactIdSchema,
  ConversationIdSchema,
  MessageKeySchema,
  NumberIdSchema,
  PhoneNumberSchema,
} from './idSchemas';
import type { RecordKind } from './record';

export const ChannelSchema = z.enum(CHANNELS);

export const AddressSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('phone'), phone: PhoneNumberSchema }),
  z.object({ kind: z.literal('whatsapp-user'), userId: z.string() }),
  z.object({ kind: z.literal('sender'), sender: z.string() }),
]) satisfies z.ZodType<ContactAddress>;

const MediaSchema = z.object({
  kind: z.enum(['image', 'video', 'audio', 'voice', 'document', 'sticker']),
  providerId: z.string(),
  mimeType: z.string().exactOptional(),
  fileName: z.string().exactOptional(),
  file: z
    .object({
      attachmentId: z.string(),
      mediaId: z.string().exactOptional(),
      name: z.string(),
      mimeType: z.string(),
      size: z.number(),
    })
    .exactOptional(),
  missing: z.enum(MEDIA_FAILURES).exactOptional(),
});

const SentTemplateSchema = z.object({
  id: z.string(),
  name: z.string(),
  language: z.string(),
  header: z.string().exactOptional(),
  headerName: z.string().exactOptional(),
  fileKind: z.enum(TEMPLATE_FILE_KINDS).exactOptional(),
  body: z.array(z.string()),
  placeholders: z.array(z.string()).exactOptional(),
  buttons: z.array(
    z.object({
      index: z.number(),
      kind: z.enum(TEMPLATE_BUTTON_KINDS),
      value: z.string(),
      name: z.string().exactOptional(),
    }),
  ),
}) satisfies z.ZodType<SentTemplate>;

const ContentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('media'), media: MediaSchema, caption: z.string().exactOptional() }),
  z.object({
    kind: z.literal('location'),
    latitude: z.number(),
    longitude: z.number(),
    name: z.string().exactOptional(),
    address: z.string().exactOptional(),
  }),
  z.object({
    kind: z.literal('contacts'),
    cards: z.array(
      z.object({
        name: z.string(),
        phones: z.array(z.string()),
        company: z.string().exactOptional(),
        emails: z.array(z.string()).exactOptional(),
      }),
    ),
    more: z.number().exactOptional(),
  }),
  z.object({
    kind: z.literal('order'),
    items: z.array(
      z.object({
        product: z.string(),
        quantity: z.string().exactOptional(),
        price: z.string().exactOptional(),
        currency: z.string().exactOptional(),
      }),
    ),
    text: z.string().exactOptional(),
    more: z.number().exactOptional(),
  }),
  z.object({ kind: z.literal('choice'), text: z.string(), payload: z.string().exactOptional() }),
  z.object({
    kind: z.literal('template'),
    template: SentTemplateSchema,
    text: z.string(),
    media: MediaSchema.exactOptional(),
  }),
  z.object({ kind: z.literal('reaction'), target: z.string(), emoji: z.string().exactOptional() }),
  z.object({ kind: z.literal('edit'), target: z.string(), text: z.string() }),
  z.object({ kind: z.literal('deletion'), target: z.string() }),
  z.object({
    kind: z.literal('unsupported'),
    description: z.string(),
    aboutAnother: z.literal(true).exactOptional(),
  }),
]) satisfies z.ZodType<Content>;

const StatusSchema = z.enum(DELIVERY_STATUSES);

export const FailureSchema = z.object({
  reason: z.enum(FAILURE_REASONS),
  detail: z.string().exactOptional(),
  code: z.string().exactOptional(),
  at: z.number().exactOptional(),
  retryAfterSeconds: z.number().exactOptional(),
}) satisfies z.ZodType<SendFailure>;

const DeliverySchema = z.object({
  status: StatusSchema,
  history: z.array(z.object({ status: StatusSchema, at: z.number() })),
  failure: FailureSchema.exactOptional(),
  price: z.object({ amount: z.string(), currency: z.string() }).exactOptional(),
}) satisfies z.ZodType<Delivery>;

const ReferralSchema = z.object({
  url: z.string().exactOptional(),
  headline: z.string().exactOptional(),
  body: z.string().exactOptional(),
}) satisfies z.ZodType<Referral>;

const common = {
  version: z.literal(1),
  rev: z.number(),
  key: MessageKeySchema,
  conversation: ConversationIdSchema,
  sequence: z.number(),
  author: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('customer'), name: z.string().exactOptional() }),
    z.object({ kind: z.literal('agent'), accountId: AccountIdSchema }),
    z.object({ kind: z.literal('automation'), accountId: AccountIdSchema }),
    z.object({ kind: z.literal('auto-reply') }),
    z.object({ kind: z.literal('staff') }),
    z.object({ kind: z.literal('notice') }),
  ]),
  channel: ChannelSchema,
  number: NumberIdSchema,
  address: AddressSchema,
  content: ContentSchema,
  at: z.number(),
  receivedAt: z.number(),
  providerId: z.string().exactOptional(),
  quotes: z.string().exactOptional(),
  quotedText: z.string().exactOptional(),
};

const MessageSchema = z.discriminatedUnion('direction', [
  z.object({
    ...common,
    direction: z.literal('inbound'),
    fullLength: z.number().exactOptional(),
    referral: ReferralSchema.exactOptional(),
    via: z.literal('portal').exactOptional(),
    movedTo: MessageKeySchema.exactOptional(),
  }),
  z.object({
    ...common,
    direction: z.literal('outbound'),
    via: z.enum(['tab', 'comment', 'rule', 'phone']),
    delivery: DeliverySchema,
    commentId: z.string().exactOptional(),
    fileCount: z.number().exactOptional(),
    addedFiles: z.array(z.string()).exactOptional(),
    comment: z
      .object({ change: z.enum(COMMENT_CHANGES), at: z.number(), isFileAdded: z.literal(true).exactOptional() })
      .exactOptional(),
    corrects: MessageKeySchema.exactOptional(),
    signed: z.string().exactOptional(),
    passedOver: z.literal(true).exactOptional(),
  }),
]) satisfies z.ZodType<Message>;

const ContactSchema = z.object({
  version: z.literal(1),
  rev: z.number(),
  id: ContactIdSchema,
  addresses: z.array(AddressSchema),
  left: z.array(z.object({ address: AddressSchema, at: z.number() })).exactOptional(),
  name: z.string().exactOptional(),
  customer: z
    .discriminatedUnion('kind', [
      z.object({
        kind: z.literal('account'),
        accountId: AccountIdSchema,
        linked: z.literal(true).exactOptional(),
      }),
      z.object({ kind: z.literal('app'), reason: z.enum(['refused', 'forbidden']) }),
    ])
    .exactOptional(),
  consent: z.object({ source: z.enum(CONSENT_SOURCES), by: AccountIdSchema, at: z.number() }).exactOptional(),
  owner: z.number().exactOptional(),
}) satisfies z.ZodType<Contact>;

export const MESSAGE: RecordKind<Message> = { name: 'message', version: 1, schema: MessageSchema };
export const CONTACT: RecordKind<Contact> = { name: 'contact', version: 1, schema: ContactSchema };
