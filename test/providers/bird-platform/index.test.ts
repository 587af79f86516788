import { birdPlatform } from '../../../src/providers/bird-platform';
import { providerContract } from '../providerContract';
import { webhookRequest } from '../webhookRequest';
import { birdBody, birdCredentials, fromAna, outboundToAna, signedByBird } from './birdPlatformCase';

providerContract({
  provider: birdPlatform,
  credentials: birdCredentials,
  sign: signedByBird,
  // The worked example of https://github.com/standard-webhooks/standard-webhooks (libraries, read 2026-11).
  published: {
    credentials: { ...birdCredentials, webhookSecret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
    request: webhookRequest({
      body: '{"test": 2432232314}',
      headers: {
        'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
        'webhook-timestamp': '1614265330',
        'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      },
    }),
    at: new Date(1_614_265_330_000),
  },
  batch: { body: birdBody('whatsapp.received', { ...fromAna, text: { body: 'Hello' } }), ids: ['wam_1'] },
  unheardOf: birdBody('telepathy.received', { thought_id: 'th_1' }),
  outbound: outboundToAna,
  accepted: { answer: { status: 202, headers: {}, body: '{"id":"wam_9","status":"accepted"}' }, id: 'wam_9' },
  errorBody: (code) =>
    JSON.stringify({
      error: { type: 'validation_error', code: String(code), message: 'The words of the provider' },
    }),
});
