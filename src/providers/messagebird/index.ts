import { z } from 'zod';
import { defineProvider } from '../provider';
import { WHATSAPP_FILES } from '../whatsAppFiles';
import { check, readCheck } from './check';
import { parse } from './inbound';
import { MEDIA_HOST, mediaRequests } from './media';
import { readAnswer, toRequest } from './outbound';
import { listTemplates, readTemplates } from './templates';
import { verify } from './verify';
import { webhookRequests } from './webhooks';

const Credentials = z.object({
  accessKey: z.string().trim().regex(/^\S+$/),
  signingKey: z.string().trim().regex(/^\S+$/),
});

/**
 * WhatsApp and SMS through an account of MessageBird as it was before Bird: dashboard.messagebird.com.
 * https://developers.messagebird.com (read 2026-11)
 */
export const messagebird = defineProvider(
  {
    id: 'messagebird',
    title: 'MessageBird',
    channels: ['whatsapp', 'sms'],
    egress: [
      'https://conversations.messagebird.com',
      'https://rest.messagebird.com',
      'https://numbers.messagebird.com',
      'https://integrations.messagebird.com',
    ],
    mediaHosts: [MEDIA_HOST],
    fields: [
      {
        name: 'accessKey',
        label: 'Access key',
        help: 'In the MessageBird Dashboard under Developers, API access: a live key. Test keys send nothing.',
        secret: true,
      },
      {
        name: 'signingKey',
        label: 'Signing key',
        help: 'In the MessageBird Dashboard under Developers, Settings. OmniChat checks with it that a webhook comes from MessageBird.',
        secret: true,
      },
    ],
    numberFields: [
      {
        name: 'receiver',
        label: 'Phone number or channel ID',
        isPhone: true,
        help: 'For SMS the number with plus sign and country code, e.g. +31970010240126; for WhatsApp the ID of the channel, 32 characters, from the page of the channel in the Dashboard.',
      },
      { name: 'display', label: 'Name', help: 'How agents know it, e.g. the phone number of the WhatsApp channel.' },
    ],
    // SMS: nine parts of 153 characters, or of 67 outside GSM-7, https://developers.messagebird.com/api/sms-messaging; WhatsApp's own 4096 (read 2026-11)
    limits: {
      whatsapp: { maxCharacters: 4096, files: WHATSAPP_FILES, phonesOnly: true },
      sms: { maxCharacters: 1377, maxParts: 9, files: {} },
    },
    webhookSteps: [
      'SMS: in the MessageBird Dashboard open Numbers, your number, and add a flow that starts with an SMS.',
      'Give the flow one step, "Forward to URL", with the method POST and the address {url}',
      'WhatsApp: create a webhook for your channel with the events message.created, message.updated and conversation.updated (in the Conversations API, POST /v1/webhooks with the ID of the channel) and this address: {url}',
    ],
  },
  Credentials,
  ({ accessKey, signingKey }) => ({
    verify: (request, now) => verify(request, signingKey, now),
    parse,
    toRequest: (message) => toRequest(message, accessKey),
    readAnswer,
    // Reports about SMS are sent again until the answer is 200 OK.
    acknowledgement: { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'OK' },
    check: () => check(accessKey),
    readCheck,
    webhooks: webhookRequests(accessKey),
    media: mediaRequests(accessKey),
    templates: {
      list: ({ cursor }) => listTemplates(accessKey, cursor),
      readPage: readTemplates,
    },
  }),
);
