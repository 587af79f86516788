import { storedBy } from '../conformance/webhookEffects';
import { vonageSms } from '../support/world';
import { ANA, sandboxWorld } from '../support/worldSteps';

const SMS = { channel: 'sms', message_uuid: 'u-1', from: ANA.slice(1), message_type: 'text', text: 'Hello' };

/** A world with a Vonage number, and a way to post to its address with any `Authorization`. */
async function postingToVonage() {
  const steps = await sandboxWorld({ numbers: [vonageSms()] });
  const { world } = steps;
  const [row] = (await world.describe()).numbers;
  const body = JSON.stringify({ ...SMS, to: row?.number.slice(1) });
  const post = async (authorization?: string) => {
    const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
    const call = { method: 'POST', url: row?.webhookUrl ?? '', headers, body };
    const { status, body: said } = await world.drive(() => world.platform.webTrigger(call));
    return [status, said];
  };
  return { ...steps, post };
}

test('a webhook that Vonage forgot to sign is asked for again, and nothing of it is kept', async () => {
  const steps = await postingToVonage();
  const before = storedBy(steps);

  expect(await steps.post()).toEqual([503, '']);

  await steps.settle();
  expect(storedBy(steps)).toBe(before);
  expect(steps.requests()).toEqual([]);
});

test.each(['Bearer no.such.token', 'Basic YTpi', 'Bearer'])('the token "%s" is refused for good', async (token) => {
  const steps = await postingToVonage();
  const before = storedBy(steps);

  expect(await steps.post(token)).toEqual([401, '']);

  expect(storedBy(steps)).toBe(before);
});
