import { twilioSms, twilioWhatsApp } from '../support/world';
import golden from './golden/webhooksTwilio.json';
import { withSharedFixtures } from './sharedFixtures';
import { testEffects } from './webhookEffects';

withSharedFixtures('twilio', ({ read }) =>
  testEffects({
    numbers: [twilioSms(), twilioWhatsApp()],
    golden,
    post(file, { twilio }, wrongSecret) {
      const { rawBody } = JSON.parse(read(`${file}.json`)) as { rawBody: string };
      const { AccountSid: _, ...params } = Object.fromEntries(new URLSearchParams(rawBody));
      const ours = file.startsWith('wa.') ? 'whatsapp:+14155238886' : '+385951006719';
      return twilio({ ...params, [file.includes('.status.') ? 'From' : 'To']: ours }, wrongSecret);
    },
  }),
);
