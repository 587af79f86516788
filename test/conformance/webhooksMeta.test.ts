import golden from './golden/webhooksMeta.json';
import { sandboxWorld, metaNumber } from '../support/worldSteps';
import { webhooksOf } from '../support/webhooks';
import { effectSeen, storedBy, type Effect } from './webhookEffects';
import { withSharedFixtures } from './sharedFixtures';

const EXPECTED: Readonly<Record<string, Effect>> = golden;

/** The published body, as if it were meant for the number connected in this world. */
const addressed = (body: string, receiver: string): unknown =>
  JSON.parse(body, (key, value: unknown) => (key === 'phone_number_id' ? receiver : value));

withSharedFixtures('meta', ({ files, read }) => {
  const bodies = files.filter(
    (file) => read(file).includes('"whatsapp_business_account"') && !file.startsWith('signature'),
  );

  test('every published body has its decided effect', () => {
    expect(bodies.map((file) => file.replace('.json', ''))).toEqual(Object.keys(EXPECTED));
  });

  test.each(bodies)('%s, posted with a valid signature, has its effect', async (file) => {
    const steps = await sandboxWorld({ numbers: [metaNumber()] });
    const { meta, receiver } = await webhooksOf(steps.world);

    const { status } = await meta(addressed(read(file), receiver('meta')));

    expect(status).toBe(200);
    expect(await effectSeen(steps)).toEqual(EXPECTED[file.replace('.json', '')]);
  });

  test.each(bodies)('%s, posted with an invalid signature, is refused and nothing happens', async (file) => {
    const steps = await sandboxWorld({ numbers: [metaNumber()] });
    const { meta, receiver } = await webhooksOf(steps.world);
    const before = storedBy(steps);

    const { status, body } = await meta(addressed(read(file), receiver('meta')), 'not the secret');
    await steps.settle();

    expect([status, body]).toEqual([401, '']);
    expect(storedBy(steps)).toBe(before);
    expect(steps.requests()).toEqual([]);
  });
});
