import { defineProvider } from '../provider';
import { WHATSAPP_FILES } from '../whatsAppFiles';
import { Credentials } from './account';
import { check, readCheck } from './check';
import { parse } from './inbound';
import { mediaRequests } from './media';
import { markRead, readAnswer, toRequest } from './outbound';
import { listTemplates, readTemplates } from './templates';
import { verify } from './verify';

/** SMS and WhatsApp through Infobip. https://www.infobip.com/docs/api (OpenAPI 3.210.0, read 2026-11) */
export const infobip = defineProvider<Credentials>(
  {
    id: 'infobip',
    title: 'Infobip',
    channels: ['whatsapp', 'sms'],
    egress: ['https://api.infobip.com', '*.api.infobip.com'],
    fields: [
      {
        name: 'baseUrl',
        label: 'API base URL',
        help: 'On the home page of the Infobip Portal, beside the API key, e.g. xyz123.api.infobip.com',
      },
      {
        name: 'apiKey',
        label: 'API key',
        help: 'In the Portal under Developer Tools, API keys, with the scopes for SMS and WhatsApp.',
        secret: true,
      },
      {
        name: 'webhookSecret',
        label: 'Webhook password',
        help: 'Invent a long one, 12 characters or more, and keep it at hand: you enter it at Infobip as well.',
        secret: true,
      },
      {
        name: 'webhookSecurity',
        label: 'Webhook security',
        help: 'Leave "basic" unless Infobip signs your webhooks: then "hmac", the header, the algorithm, hex or base64, and what stands before the signature, e.g. hmac X-Signature sha256 hex sha256=',
        initial: 'basic',
      },
    ],
    numberFields: [
      {
        name: 'receiver',
        label: 'Phone number',
        isPhone: true,
        help: 'With country code, e.g. +385951006719; a short code as it is.',
      },
      { name: 'display', label: 'Name', help: 'How agents know it. Left empty, the number itself.' },
    ],
    // WhatsApp text: 4096 characters (OpenAPI 3.210.0). SMS: 25 parts, of 67 characters when they are not plain ones:
    // https://www.infobip.com/docs/essentials/response-status-and-error-codes, status 25 (read 2026-11)
    limits: {
      whatsapp: { maxCharacters: 4096, files: WHATSAPP_FILES, quotes: true },
      sms: { maxCharacters: 1675, files: {} },
    },
    webhookSteps: [
      'In the Infobip Portal open Developer Tools, Subscriptions management, and create a subscription for each channel you use, WhatsApp and SMS, with the event for inbound messages.',
      'In its notification profile enter the URL {url}',
      'As security choose Basic with the user name omnichat and your webhook password. If you choose HMAC, the secret key is your webhook password.',
      'Set the bucket size of the profile to 20, so that Jira can take in a burst of messages.',
      'Under Channels and Numbers open your number or sender and choose "Forward to subscription" for incoming messages.',
      'Delivery reports need no set-up: OmniChat gives Infobip an address with each message.',
    ],
  },
  Credentials,
  (credentials) => ({
    verify: (request) => verify(request, credentials),
    parse,
    toRequest: (message) => toRequest(message, credentials, credentials.webhookSecret),
    readAnswer,
    acknowledgement: { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: '' },
    check: () => check(credentials),
    readCheck,
    media: mediaRequests(credentials),
    templates: {
      list: ({ receiver }) => listTemplates(credentials, receiver),
      readPage: readTemplates,
    },
    markRead: (message) => markRead(message, credentials),
  }),
);
