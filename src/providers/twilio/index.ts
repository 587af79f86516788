import { z } from 'zod';
import { defineProvider } from '../provider';
import { WHATSAPP_FILES } from '../whatsAppFiles';
import { check, readCheck } from './check';
import { parse } from './inbound';
import { mediaRequests } from './media';
import { readAnswer, toRequest } from './outbound';
import { listTemplates, readTemplates } from './templates';
import { verify } from './verify';
import { webhookRequests } from './webhooks';

const Credentials = z.object({
  accountSid: z
    .string()
    .trim()
    .regex(/^AC[0-9a-fA-F]{32}$/),
  // API keys do not sign webhooks, so the primary auth token is needed.
  authToken: z.string().trim().regex(/^\S+$/),
});

/** SMS and WhatsApp through Twilio's Messaging API. https://www.twilio.com/docs/messaging (read 2026-11) */
export const twilio = defineProvider(
  {
    id: 'twilio',
    title: 'Twilio',
    channels: ['whatsapp', 'sms'],
    egress: ['https://api.twilio.com', 'https://content.twilio.com', 'https://messaging.twilio.com'],
    mediaHosts: ['https://mms.twiliocdn.com', 'https://media.twiliocdn.com'],
    fields: [
      {
        name: 'accountSid',
        label: 'Account SID',
        help: 'On the first page of the Twilio Console: AC and 32 characters.',
      },
      {
        name: 'authToken',
        label: 'Auth token',
        help: 'On the same page. An API key will not do: Twilio signs its webhooks with the auth token.',
        secret: true,
      },
    ],
    numberFields: [
      {
        name: 'receiver',
        label: 'Phone number',
        isPhone: true,
        help: 'With country code, e.g. +385951006719. For WhatsApp the number of the sender, without the word whatsapp.',
      },
      { name: 'display', label: 'Name', help: 'How agents know it. Left empty, the number itself.' },
    ],
    // Body: 1600 characters, https://www.twilio.com/docs/api/errors/21617 (read 2026-11)
    limits: {
      whatsapp: { maxCharacters: 1600, files: { ...WHATSAPP_FILES, document: 16_000_000 } },
      sms: { maxCharacters: 1600, files: {} },
    },
    webhookSteps: [
      'SMS: in the Twilio Console open Phone Numbers, your number, Messaging configuration.',
      'WhatsApp: open Messaging, Senders, WhatsApp senders, your sender.',
      'Under "A message comes in" (WhatsApp: "Webhook URL for incoming messages") choose HTTP POST and enter {url}#rc=5&rp=all',
      'The ending #rc=5&rp=all makes Twilio try again when Jira is slow for a moment; without it a message could be lost.',
      'Files: where the settings of Messaging still leave it open, switch on HTTP basic authentication for media.',
    ],
  },
  Credentials,
  (credentials) => ({
    verify: (request) => verify(request, credentials),
    parse,
    toRequest: (message) => toRequest(message, credentials),
    readAnswer,
    // Any other text would be sent to the customer as a reply.
    acknowledgement: { status: 200, headers: { 'content-type': 'text/xml; charset=utf-8' }, body: '<Response/>' },
    check: () => check(credentials),
    readCheck,
    webhooks: webhookRequests(credentials),
    media: mediaRequests(credentials),
    templates: {
      list: ({ cursor }) => listTemplates(credentials, cursor),
      readPage: readTemplates,
    },
  }),
);
