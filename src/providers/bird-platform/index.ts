import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { defineProvider } from '../provider';
import { WHATSAPP_FILES } from '../whatsAppFiles';
import { check, readCheck } from './check';
import { parse } from './inbound';
import { mediaRequests } from './media';
import { readAnswer, toRequest } from './outbound';
import { verify } from './verify';

const Credentials = z.object({
  // The second part is the region, which the host is named after.
  apiKey: z
    .string()
    .trim()
    .regex(/^bk_[a-z]{2}\d{1,3}_[\w.-]+$/),
  webhookSecret: z
    .string()
    .trim()
    .regex(/^(whsec_[A-Za-z0-9+/]{20,}={0,2})?$/),
});

/** SMS and WhatsApp through the Bird platform of 2026, whose keys begin with bk_. https://bird.com/docs (read 2026-11) */
export const birdPlatform = defineProvider(
  {
    id: 'bird-platform',
    title: 'Bird (new platform)',
    channels: ['whatsapp', 'sms'],
    egress: ['*.platform.bird.com'],
    fields: [
      {
        name: 'apiKey',
        label: 'API key',
        help: 'In Bird under Developers, API keys. It begins with bk_ and your region, e.g. bk_eu1_. Other keys belong to the older Bird or to MessageBird.',
        secret: true,
      },
      {
        name: 'webhookSecret',
        label: 'Signing secret',
        help: 'Bird shows it once, when you add a webhook with the address that you get here: leave it empty until then. While it is empty, every webhook is refused.',
        secret: true,
        optional: true,
      },
    ],
    numberFields: [
      {
        name: 'receiver',
        label: 'Phone number',
        isPhone: true,
        help: 'With country code, e.g. +385951006719. A short code as Bird shows it.',
      },
      { name: 'display', label: 'Name', help: 'How agents know it. Left empty, the number itself.' },
    ],
    // WhatsApp: as Meta's Cloud API. SMS: 12 segments, https://bird.com/docs/api/reference (read 2026-11)
    limits: {
      whatsapp: { maxCharacters: 4096, files: WHATSAPP_FILES },
      sms: { maxCharacters: 1836, maxParts: 12, files: {} },
    },
    webhookSteps: [
      'In Bird open Developers, Webhooks and add a webhook with the address {url}',
      'Choose the events that begin with whatsapp. and sms.: accepted, sent, delivered, read, undelivered, failed, rejected, expired and received.',
      'Bird then shows the signing secret, once: enter it here under Replace credentials.',
      'Send a test event from there: Bird shows that it was taken (HTTP 200).',
      'You may rotate the secret at any time: Bird signs with both for 24 hours, in which you enter the new one here.',
    ],
  },
  Credentials,
  ({ apiKey, webhookSecret }) => {
    const signer = webhookSecret ? new Webhook(webhookSecret) : undefined;
    return {
      verify: (request, now) => verify(request, signer, now),
      parse,
      toRequest: (message) => toRequest(message, apiKey),
      readAnswer,
      acknowledgement: { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: '' },
      check: () => check(apiKey),
      readCheck,
      media: mediaRequests(apiKey),
    };
  },
);
