import { metaNumber } from '../support/world';
import golden from './golden/webhooksMeta.json';
import { withSharedFixtures } from './sharedFixtures';
import { testEffects } from './webhookEffects';

withSharedFixtures('meta', ({ read }) =>
  testEffects({
    numbers: [metaNumber()],
    golden,
    post(file, { meta, receiver }, wrongSecret) {
      const ours = receiver('meta');
      const body: unknown = JSON.parse(read(`${file}.json`), (name, value: unknown) =>
        name === 'phone_number_id' ? ours : value,
      );
      return meta(body, wrongSecret);
    },
  }),
);
