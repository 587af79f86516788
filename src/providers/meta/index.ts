import { z } from 'zod';
import { ok } from '../../domain/result';
import { defineProvider } from '../provider';
import { WHATSAPP_FILES } from '../whatsAppFiles';
import { check, readCheck } from './check';
import { parse } from './inbound';
import { mediaRequests } from './media';
import { markRead, readAnswer, toRequest } from './outbound';
import { listTemplates, readTemplates } from './templates';
import { handshake, verify } from './verify';
import { webhookRequests } from './webhooks';

const Credentials = z.object({
  phoneNumberId: z.string().trim().regex(/^\d+$/),
  businessAccountId: z.string().trim().regex(/^\d+$/),
  accessToken: z.string().trim().regex(/^\S+$/),
  appSecret: z.string().trim().regex(/^\S+$/),
  verifyToken: z.string().trim().regex(/^\S+$/),
});

/** WhatsApp Cloud API of Meta. https://developers.facebook.com/documentation/business-messaging/whatsapp (read 2026-11) */
export const meta = defineProvider(
  {
    id: 'meta',
    title: 'Meta WhatsApp Cloud API',
    channels: ['whatsapp'],
    egress: ['https://graph.facebook.com'],
    mediaHosts: ['https://lookaside.fbsbx.com'],
    fields: [
      {
        name: 'phoneNumberId',
        label: 'Phone number ID',
        help: 'In the App Dashboard under WhatsApp, API Setup: the ID below the number, not the number itself.',
      },
      {
        name: 'businessAccountId',
        label: 'WhatsApp Business account ID',
        help: 'On the same page, beside the phone number ID.',
      },
      {
        name: 'accessToken',
        label: 'Access token',
        help: 'A permanent token of a system user with whatsapp_business_messaging and whatsapp_business_management.',
        secret: true,
      },
      {
        name: 'appSecret',
        label: 'App secret',
        help: 'In the App Dashboard under App settings, Basic. OmniChat checks with it that a webhook comes from Meta.',
        secret: true,
      },
      {
        name: 'verifyToken',
        label: 'Verify token',
        help: 'Any word of your own, entered at Meta as well. Left empty, OmniChat makes one.',
        generated: true,
      },
    ],
    numberFields: [
      { name: 'receiver', label: 'Phone number ID', help: 'The ID of this number at Meta, e.g. 106540352242922.' },
      { name: 'display', label: 'Phone number', help: 'How people know it, e.g. +4930901820.' },
    ],
    // Text: 4096 characters, https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/text-messages (read 2026-11)
    limits: {
      whatsapp: { maxCharacters: 4096, files: WHATSAPP_FILES, quotes: true },
    },
    webhookSteps: [
      'In the App Dashboard open WhatsApp, Configuration, and choose Edit beside Webhook.',
      'Callback URL: {url}',
      'Verify token: {verifyToken}',
      'Choose Verify and save, then Manage, and subscribe to the field messages.',
      'Subscribe to message_template_status_update and message_template_components_update as well, so that changed templates are known at once.',
      'Where the number is also used in the WhatsApp Business app, subscribe to smb_message_echoes, too.',
    ],
  },
  Credentials,
  (credentials) => ({
    verify: (request) => verify(request, credentials.appSecret),
    parse,
    toRequest: (message) => ok(toRequest(message, credentials.accessToken)),
    readAnswer,
    handshake: (request) => handshake(request, credentials.verifyToken),
    acknowledgement: { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: '' },
    check: () => check(credentials.businessAccountId, credentials.accessToken),
    readCheck: (answer) => readCheck(answer, credentials.phoneNumberId),
    webhooks: webhookRequests(credentials.businessAccountId, credentials.accessToken),
    media: mediaRequests(credentials.accessToken),
    templates: {
      list: ({ cursor }) => listTemplates(credentials.businessAccountId, credentials.accessToken, cursor),
      readPage: readTemplates,
    },
    markRead: (message) => markRead(message, credentials.accessToken),
  }),
);
