import golden from './golden/webhooksInfobip.json';
import { infobipSms, infobipWhatsApp } from '../support/world';
import { sandboxWorld } from '../support/worldSteps';
import { webhooksOf } from '../support/webhooks';
import { effectSeen, storedBy, type Effect } from './webhookEffects';
import { withSharedFixtures } from './sharedFixtures';

const EXPECTED: Readonly<Record<string, Effect>> = golden;
const NUMBERS = [infobipWhatsApp(), infobipSms()];

/** The published body, as if it were meant for the numbers connected in this world. */
function addressed(file: string, text: string): unknown {
  const ours = file.startsWith('sms.') ? '385951006730' : '447860099299';
  return JSON.parse(text, (key, value: unknown) => (key === 'to' && file.includes('inbound') ? ours : value));
}

withSharedFixtures('infobip', ({ files, read }) => {
  const bodies = files.filter((file) => !/send|templates|errors/.test(file));

  test('every published body has its decided effect', () => {
    expect(bodies.map((file) => file.replace('.json', ''))).toEqual(Object.keys(EXPECTED));
  });

  test.each(bodies)('%s, posted with the right password, has its effect', async (file) => {
    const steps = await sandboxWorld({ numbers: NUMBERS });
    const { infobip } = await webhooksOf(steps.world);

    const { status } = await infobip(addressed(file, read(file)));

    expect(status).toBe(200);
    expect(await effectSeen(steps)).toEqual(EXPECTED[file.replace('.json', '')]);
  });

  test.each(bodies)('%s, posted with a wrong password, is refused and nothing happens', async (file) => {
    const steps = await sandboxWorld({ numbers: NUMBERS });
    const { infobip } = await webhooksOf(steps.world);
    const before = storedBy(steps);

    const { status, body } = await infobip(addressed(file, read(file)), 'not the password');
    await steps.settle();

    expect([status, body]).toEqual([401, '']);
    expect(storedBy(steps)).toBe(before);
    expect(steps.requests()).toEqual([]);
  });
});
