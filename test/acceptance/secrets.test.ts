import type { CarrierState } from '../../sandbox/carriers/carrier';
import type { SettingsView } from '../../src/contract/views';
import { metaNumber } from '../support/world';
import { ANA, JONAS, sandboxWorld } from '../support/worldSteps';

/** A world with one Meta number; what Meta signs with, what the administrator does, and how Meta's webhooks are answered. */
async function connected() {
  const steps = await sandboxWorld({ numbers: [metaNumber()] });
  const ada = steps.agent('Ada');
  const account = steps.world.state.carriers.meta as CarrierState;
  const card = async () => {
    const view = await ada.invokes('viewSettings');
    if (!view.ok) throw new Error(view.error.code);
    const [found] = (view.output as SettingsView).connections;
    if (!found) throw new Error('no connection');
    return found;
  };
  const asks = async (call: string, input: object) => ada.invokes(call, { connection: (await card()).id, ...input });
  const replaces = (appSecret: string) =>
    asks('replaceCredentials', { credentials: { ...account.credentials, appSecret } });
  const answered = () => steps.world.carriers.get('meta')?.webhook().lastStatus;
  return { ...steps, account, card, asks, replaces, answered };
}

const NEW = 'f00d'.repeat(8);

test('after the app secret was replaced the old one signs for a day more, the new one from then on', async () => {
  const { phone, account, replaces, answered, clock, requests, card } = await connected();
  expect(await replaces(NEW)).toMatchObject({ ok: true });

  await phone(ANA).writes('Signed with the old secret');
  expect([answered(), requests()]).toEqual([200, ['SUP-1']]);
  expect((await card()).formerUntil).toBeDefined();

  await clock.advance({ hours: 25 });
  await phone(JONAS).sends({ channel: 'whatsapp', text: 'Signed with the old secret, too late' });
  expect([answered(), requests()]).toEqual([401, ['SUP-1']]);
  expect((await card()).formerUntil).toBeUndefined();

  account.credentials.appSecret = NEW;
  await phone(JONAS).writes('Signed with the new secret');
  expect([answered(), requests()]).toEqual([200, ['SUP-1', 'SUP-2']]);
});

test('an administrator ends the old secret at once', async () => {
  const { phone, replaces, asks, answered, clock, requests } = await connected();
  await replaces(NEW);

  expect(await asks('endFormerCredentials', {})).toMatchObject({ ok: true });
  await clock.advance({ minutes: 2 });
  await phone(ANA).sends({ channel: 'whatsapp', text: 'Signed with the old secret' });

  expect([answered(), requests()]).toEqual([401, []]);
});

test('in shadow mode what fails verification is taken and counted, and refused again afterwards', async () => {
  const { phone, account, asks, answered, clock, requests, card } = await connected();
  account.credentials.appSecret = NEW;
  const shadow = async (verification: string) => {
    await asks('saveVerification', { verification });
    await clock.advance({ minutes: 2 });
  };

  await phone(ANA).sends({ channel: 'whatsapp', text: 'One' });
  expect([answered(), requests()]).toEqual([401, []]);
  expect((await card()).refused.count).toBeGreaterThan(0);

  await shadow('shadow');
  await phone(JONAS).sends({ channel: 'whatsapp', text: 'Two' });
  expect(answered()).toBe(200);
  expect(requests()).toContain('SUP-1');
  expect((await card()).shadow).toMatchObject({ reason: 'wrong-signature' });
  expect((await card()).shadow?.count).toBeGreaterThan(0);

  const before = requests().length;
  await shadow('enforce');
  await phone('+4915117607599').sends({ channel: 'whatsapp', text: 'Three' });
  expect([answered(), requests().length]).toEqual([401, before]);
  expect((await card()).shadow).toBeUndefined();
});
