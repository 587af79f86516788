import { z } from 'zod';
import { defineProvider } from '../provider';
import { WHATSAPP_FILES } from '../whatsAppFiles';
import { check, readCheck } from './check';
import { parse } from './inbound';
import { MEDIA_HOSTS, mediaRequests } from './media';
import { readAnswer, toRequest } from './outbound';
import { verify } from './verify';
import { webhookRequests } from './webhooks';

const Credentials = z.object({
  accessKey: z.string().trim().regex(/^\S+$/),
  workspaceId: z
    .string()
    .trim()
    .regex(/^[0-9a-fA-F-]{8,64}$/),
  signingKey: z.string().trim().regex(/^\S+$/),
});

/** WhatsApp and SMS through the Channels API of Bird, app.bird.com. https://docs.bird.com/api/channels-api (read 2026-11) */
export const bird = defineProvider(
  {
    id: 'bird',
    title: 'Bird (Channels API)',
    channels: ['whatsapp', 'sms'],
    egress: ['https://api.bird.com'],
    mediaHosts: MEDIA_HOSTS,
    fields: [
      { name: 'accessKey', label: 'Access key', help: 'In Bird under Settings, Security, Access keys.', secret: true },
      {
        name: 'workspaceId',
        label: 'Workspace ID',
        help: 'The part after /workspaces/ in the address of any page of Bird.',
      },
      {
        name: 'signingKey',
        label: 'Signing key',
        help: 'A word of your own, given to Bird with the webhook subscription. OmniChat checks with it that a webhook comes from Bird.',
        secret: true,
      },
    ],
    numberFields: [
      {
        name: 'receiver',
        label: 'Channel ID',
        help: 'The ID of the WhatsApp or SMS channel, from the address of its page in Bird.',
      },
      { name: 'display', label: 'Name', help: 'How agents know it, e.g. the phone number of the channel.' },
    ],
    // WhatsApp: 4096 characters; SMS: nine parts (read 2026-11).
    limits: {
      whatsapp: { maxCharacters: 4096, files: WHATSAPP_FILES, quotes: true },
      sms: { maxCharacters: 1377, maxParts: 9, files: {} },
    },
    webhookSteps: [
      'Create one webhook subscription for each of the events whatsapp.inbound, whatsapp.outbound, whatsapp.interaction, sms.inbound and sms.outbound of the service channels.',
      'URL: {url}',
      'Signing key: the one that you entered here.',
    ],
  },
  Credentials,
  (credentials) => ({
    verify: (request, now) => verify(request, credentials.signingKey, now),
    parse,
    toRequest: (message) => toRequest(message, credentials),
    readAnswer,
    acknowledgement: { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: '' },
    check: () => check(credentials),
    readCheck,
    webhooks: webhookRequests(credentials),
    media: mediaRequests(credentials),
  }),
);
