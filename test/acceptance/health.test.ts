import type { CarrierState } from '../../sandbox/carriers/carrier';
import type { NumberToConnect } from '../../sandbox/world/connect';
import type { SettingsView } from '../../src/contract/views';
import { registry } from '../../src/providers/registry';
import { textWith } from '../support/matchers';
import { EVERY_NUMBER } from '../support/everyNumber';
import { metaNumber, sandboxWorld } from '../support/worldSteps';

/** A world with one number; the card of its connection as an administrator sees it after so many hours. */
async function connected(number: NumberToConnect) {
  const steps = await sandboxWorld({ numbers: [number] });
  const card = async () => {
    const view = await steps.agent('Ada').invokes('viewSettings');
    if (!view.ok) throw new Error(view.error.code);
    return (view.output as SettingsView).connections[0];
  };
  const account = steps.world.state.carriers[number.provider] as CarrierState;
  const anHourLater = async () => {
    await steps.clock.advance({ minutes: 61 });
    return (await card())?.health;
  };
  return { ...steps, account, card, anHourLater };
}

test('a token that is revoked shows within the hour, and that it works again in the next', async () => {
  const { account, anHourLater } = await connected(metaNumber());
  expect(await anHourLater()).toMatchObject({ works: true, troubles: [] });

  const { accessToken = '' } = account.credentials;
  account.credentials.accessToken = 'revoked';
  const bad = await anHourLater();
  expect(bad).toMatchObject({ works: false, message: textWith('Meta does not accept the access token.') });
  expect((await anHourLater())?.since).toBe(bad?.since);

  account.credentials.accessToken = accessToken;
  const good = await anHourLater();
  expect(good).toMatchObject({ works: true, troubles: [], webhook: 'ours' });
  expect(good?.since).toBe(good?.at);
});

/** Of whom can be asked where webhooks go, MessageBird does not know it for SMS: there a flow decides. */
const NOT_TOLD = ['messagebird sms'];

function toldOf(name: string, { credentials }: CarrierState): string {
  if (NOT_TOLD.includes(name)) return 'not-told';
  const gateway = registry.get(name.split(' ')[0] ?? '')?.connect(credentials);
  return gateway?.ok && gateway.value.webhooks ? 'ours' : 'cannot-ask';
}

test.each(EVERY_NUMBER.map((number) => [`${number.provider} ${number.channel}`, number] as const))(
  '%s: whether webhooks come here, go elsewhere or nowhere is on the card, where the provider tells',
  async (name, number) => {
    const { account, anHourLater } = await connected(number);
    const told = toldOf(name, account);
    expect(await anHourLater()).toMatchObject({ works: true, troubles: [], webhook: told });

    account.webhook = { url: 'https://other.example.com/hook' };
    const elsewhere = told === 'ours' ? textWith('to other.example.com, not to this connection') : undefined;
    expect((await anHourLater())?.troubles).toEqual(elsewhere ? [elsewhere] : []);

    account.webhook = {};
    const nowhere = told === 'ours' ? textWith('reaches nobody') : undefined;
    expect((await anHourLater())?.troubles).toEqual(nowhere ? [nowhere] : []);
  },
);
