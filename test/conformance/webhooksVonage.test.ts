import { vonageSms, vonageWhatsApp } from '../support/world';
import golden from './golden/webhooksVonage.json';
import { withSharedFixtures } from './sharedFixtures';
import { testEffects } from './webhookEffects';

withSharedFixtures('vonage', ({ read }) =>
  testEffects({
    numbers: [vonageWhatsApp(), vonageSms()],
    golden,
    post(file, { receiver, timed }, wrongSecret) {
      const ours = { [file.startsWith('status.') ? 'from' : 'to']: receiver('vonage').slice(1) };
      const body = { ...(JSON.parse(read(`${file}.json`)) as object), ...ours };
      return timed('vonage', { body: JSON.stringify(body) }, wrongSecret);
    },
  }),
);
