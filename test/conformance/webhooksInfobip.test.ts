import { infobipSms, infobipWhatsApp } from '../support/world';
import golden from './golden/webhooksInfobip.json';
import { withSharedFixtures } from './sharedFixtures';
import { testEffects } from './webhookEffects';

withSharedFixtures('infobip', ({ read }) =>
  testEffects({
    numbers: [infobipWhatsApp(), infobipSms()],
    golden,
    post(file, { infobip }, wrongSecret) {
      const ours = file.startsWith('sms.') ? '385951006730' : '447860099299';
      const body: unknown = JSON.parse(read(`${file}.json`), (name, value: unknown) =>
        name === 'to' && file.includes('inbound') ? ours : value,
      );
      return infobip(body, wrongSecret);
    },
  }),
);
