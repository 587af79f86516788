import { birdChannelsSms, birdChannelsWhatsApp } from '../support/world';
import golden from './golden/webhooksBird.json';
import { withSharedFixtures } from './sharedFixtures';
import { testEffects } from './webhookEffects';

withSharedFixtures('bird', ({ read }) =>
  testEffects({
    numbers: [birdChannelsWhatsApp(), birdChannelsSms()],
    golden,
    post(file, { receiver, timed }, wrongSecret) {
      const { rawBody } = JSON.parse(read(`${file}.json`)) as { rawBody: string };
      const ours = receiver('bird', file.split('.')[1]);
      const event: unknown = JSON.parse(rawBody, (name, value: unknown) => (name === 'channelId' ? ours : value));
      return timed('bird', { body: JSON.stringify(event) }, wrongSecret);
    },
  }),
);
