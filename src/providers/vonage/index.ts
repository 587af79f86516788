import { defineProvider } from '../provider';
import { WHATSAPP_FILES } from '../whatsAppFiles';
import { check, readCheck } from './check';
import { Credentials } from './credentials';
import { parse } from './inbound';
import { mediaRequests } from './media';
import { markRead, readAnswer, toRequest } from './outbound';
import { templateRequests } from './templates';
import { refusal, verify } from './verify';

/** SMS and WhatsApp through Vonage's Messages API. https://developer.vonage.com/en/messages/overview (read 2026-11) */
export const vonage = defineProvider(
  {
    id: 'vonage',
    title: 'Vonage',
    channels: ['whatsapp', 'sms'],
    egress: [
      'https://api.nexmo.com',
      'https://api-eu.nexmo.com',
      'https://api-us.nexmo.com',
      'https://api-ap.nexmo.com',
    ],
    fields: [
      {
        name: 'applicationId',
        label: 'Application ID',
        help: 'In the Vonage Dashboard under Applications, your application: eight characters, a dash, and so on.',
      },
      {
        name: 'privateKey',
        label: 'Private key',
        help: 'The whole text of the file private.key that you got with "Generate public and private key", first and last line included.',
        secret: true,
      },
      {
        name: 'signatureSecret',
        label: 'Signature secret',
        help: 'Under Settings, API settings: not the API secret. OmniChat checks with it that a webhook comes from Vonage.',
        secret: true,
      },
      {
        name: 'whatsAppAccountId',
        label: 'WhatsApp Business account ID',
        help: 'Only for WhatsApp templates: the number under External Accounts, your WhatsApp account.',
        optional: true,
      },
      {
        name: 'region',
        label: 'Region',
        help: "Only for showing customers that a WhatsApp message was read: eu, us or ap, as in Vonage's addresses api-eu. Left empty, eu.",
        optional: true,
      },
    ],
    numberFields: [
      {
        name: 'receiver',
        label: 'Phone number',
        isPhone: true,
        help: 'With plus sign and country code, e.g. +385951006719.',
      },
      { name: 'display', label: 'Name', help: 'How agents know it. Left empty, the number itself.' },
    ],
    // SMS: 1000 characters, WhatsApp: 4096. https://developer.vonage.com/en/api/messages (read 2026-11)
    limits: {
      whatsapp: { maxCharacters: 4096, files: WHATSAPP_FILES, quotes: true },
      sms: { maxCharacters: 1000, files: {} },
    },
    webhookSteps: [
      'In the Vonage Dashboard open Settings, API settings, and choose Messages API under "Default SMS setting".',
      'Open Applications, your application, Edit, and switch Messages on.',
      'Inbound URL and Status URL: {url}',
      'Choose version v1 for both, save, and link your SMS number and your WhatsApp number to the application.',
    ],
  },
  Credentials,
  (credentials) => {
    const templates = templateRequests(credentials);
    return {
      verify: (request, now) => verify(request, credentials, now),
      parse,
      toRequest: (message, now) => toRequest(message, credentials, now),
      readAnswer,
      acknowledgement: { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: '' },
      refusal,
      check: (now) => check(credentials, now),
      readCheck: (answer) => readCheck(answer, credentials),
      media: mediaRequests(credentials),
      ...(templates && { templates }),
      markRead: (message, now) => markRead(message, credentials, now),
    };
  },
);
