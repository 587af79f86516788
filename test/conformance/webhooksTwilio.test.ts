import golden from './golden/webhooksTwilio.json';
import { sandboxWorld, twilioSms, twilioWhatsApp } from '../support/worldSteps';
import { webhooksOf } from '../support/webhooks';
import { effectSeen, storedBy, type Effect } from './webhookEffects';
import { withSharedFixtures } from './sharedFixtures';

const EXPECTED: Readonly<Record<string, Effect>> = golden;
const NUMBERS = [twilioSms(), twilioWhatsApp()];

/** The published form, as if it were meant for the numbers connected in this world. */
function addressed(file: string, rawBody: string): Record<string, string> {
  const { AccountSid: _, ...params } = Object.fromEntries(new URLSearchParams(rawBody));
  const ours = file.startsWith('wa.') ? 'whatsapp:+14155238886' : '+385951006719';
  return { ...params, [file.includes('.status.') ? 'From' : 'To']: ours };
}

withSharedFixtures('twilio', ({ files, read }) => {
  const bodyOf = (file: string) => (JSON.parse(read(file)) as { rawBody?: string }).rawBody;
  const forms = files.filter((file) => /^(sms|wa)\./.test(file) && bodyOf(file) !== undefined);

  test('every published form has its decided effect', () => {
    expect(forms.map((file) => file.replace('.json', ''))).toEqual(Object.keys(EXPECTED));
  });

  test.each(forms)('%s, posted with a valid signature, has its effect', async (file) => {
    const steps = await sandboxWorld({ numbers: NUMBERS });
    const { twilio } = await webhooksOf(steps.world);

    const { status } = await twilio(addressed(file, bodyOf(file) ?? ''));

    expect(status).toBe(200);
    expect(await effectSeen(steps)).toEqual(EXPECTED[file.replace('.json', '')]);
  });

  test.each(forms)('%s, posted with an invalid signature, is refused and nothing happens', async (file) => {
    const steps = await sandboxWorld({ numbers: NUMBERS });
    const { twilio } = await webhooksOf(steps.world);
    const before = storedBy(steps);

    const { status, body } = await twilio(addressed(file, bodyOf(file) ?? ''), 'not the token');
    await steps.settle();

    expect([status, body]).toEqual([401, '']);
    expect(storedBy(steps)).toBe(before);
    expect(steps.requests()).toEqual([]);
  });
});
