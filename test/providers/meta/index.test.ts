import { meta } from '../../../src/providers/meta';
import { providerContract } from '../providerContract';
import { webhookRequest } from '../webhookRequest';
import { metaBatch, metaBody, metaCredentials, outboundToAna, signedByMeta } from './metaCase';

providerContract({
  provider: meta,
  credentials: metaCredentials,
  sign: signedByMeta,
  // Computed apart from this code after the rule of the webhooks guide: Meta publishes no worked example.
  published: {
    credentials: { ...metaCredentials, appSecret: 'a_sample_app_secret_0123456789abcdef' },
    request: webhookRequest({
      body: '{"object":"whatsapp_business_account","entry":[]}',
      headers: { 'x-hub-signature-256': 'sha256=8316608bcabd56fa9f8fb67b2eabc12d555bda240fa684570ee119c0ce840a66' },
    }),
  },
  batch: {
    body: metaBatch,
    ids: ['wamid.ANA1', 'wamid.JONAS1', 'wamid.OURS1', 'wamid.OURS2', 'wamid.ANA2'],
  },
  unheardOf: metaBody({ teleportations: [{ id: '1' }] }, 'teleportation'),
  outbound: outboundToAna,
  accepted: {
    answer: {
      status: 200,
      headers: {},
      body: '{"messaging_product":"whatsapp","contacts":[{"input":"385991903327","wa_id":"385991903327"}],"messages":[{"id":"wamid.OK"}]}',
    },
    id: 'wamid.OK',
  },
  errorBody: (code) =>
    JSON.stringify({ error: { code, message: 'The words of the provider', type: 'OAuthException' } }),
});
