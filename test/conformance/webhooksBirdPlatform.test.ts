import { birdCredentials } from '../providers/bird-platform/birdPlatformCase';
import { birdSms, birdWhatsApp } from '../support/world';
import golden from './golden/webhooksBirdPlatform.json';
import { withSharedFixtures } from './sharedFixtures';
import { testEffects } from './webhookEffects';

/** The business number of the published events. */
const THEIRS = /\+15005550006|\+15550783881/g;

withSharedFixtures('bird', ({ read }) =>
  testEffects({
    numbers: [birdWhatsApp(), birdSms()],
    golden,
    post(file, { receiver, timed }, wrongSecret) {
      const { rawBody } = JSON.parse(read(`${file}.json`)) as { rawBody: string };
      const headers = { 'content-type': 'application/json', 'webhook-id': 'msg_1' };
      const body = rawBody.replace(THEIRS, receiver('bird-platform'));
      return timed('bird-platform', { headers, body }, wrongSecret);
    },
    wrongSecret: birdCredentials.webhookSecret,
  }),
);
