import { createWorld } from '../../../sandbox/world';
import type { SettingsView } from '../../../src/contract/views';
import { textWith } from '../../support/matchers';
import { builtApp, newTestWorld } from '../../support/world';
import { ANA } from '../../support/worldSteps';
import { textIn } from '../../ui/support/forgeDoc';
import { openSettings } from '../../ui/support/settings';

const write = (text: string) => ({ from: ANA, channel: 'whatsapp', to: '+4930901820', text }) as const;

test('a world made from a saved one goes on where it stood', async () => {
  const first = await newTestWorld({});
  first.customerWrites(write('One'));
  await first.idle(20_000);

  const saved = JSON.parse(JSON.stringify(first.save())) as ReturnType<typeof first.save>;
  const second = await createWorld({ build: await builtApp(), state: saved, baseUrl: first.baseUrl });
  second.customerWrites(write('Two'));
  await second.idle(20_000);

  expect(Object.keys(second.state.jira.issues)).toHaveLength(1);
  expect(second.phones.messages(ANA).map(({ text }) => text)).toEqual(['One', 'Two']);
  expect(JSON.stringify(Object.values(second.state.jira.issues)[0]?.description)).toContain('Two');
});

test('a saved world that comes up on another port keeps its webhooks working', async () => {
  const first = await newTestWorld({});
  const second = await createWorld({ build: await builtApp(), state: first.save(), baseUrl: 'http://localhost:4401' });
  const { numbers } = await second.describe();

  second.customerWrites(write('One'));
  second.customerWrites({ ...write('Two'), channel: 'sms', to: '+385951006719' });
  await second.idle(20_000);

  expect(numbers.map(({ webhookUrl }) => new URL(webhookUrl).origin)).toEqual(
    numbers.map(() => 'http://localhost:4401'),
  );
  expect(Object.values(second.state.jira.issues).map(({ key }) => key)).toEqual(['SUP-1']);
  expect([...second.carriers.values()].map((carrier) => carrier.webhook().lastStatus)).toEqual([200, 200]);
});

test('one seed tells one story, byte for byte', async () => {
  const story = async () => {
    const world = await createWorld({ build: await builtApp(), seed: 7, startAt: 1_794_819_600_000, demo: true });
    return JSON.stringify(world.save());
  };

  expect(await story()).toBe(await story());
});

test('the demo leaves one conversation answered and one waiting', async () => {
  const world = await createWorld({ build: await builtApp(), startAt: 1_794_819_600_000, demo: true });

  const facts = Object.values(world.state.jira.issues).map(({ properties }) => properties.omnichat);
  expect(facts).toMatchObject([{ waitingOn: 'customer' }, { waitingOn: 'agent' }]);
});

test('the demo has a fall-back request type, so its settings warn of the unproven domain alone', async () => {
  const world = await createWorld({ build: await builtApp(), startAt: 1_794_819_600_000, demo: true });
  const wish = { as: 'ada@example.com', module: 'settings', projectKey: 'SUP', call: 'viewSettings', input: {} };
  const { output } = (await world.invoke(wish)) as { output: SettingsView };
  expect(output.rules.project.fallbackRequestTypeId).toBe('10');

  const screen = await openSettings(output);
  const warnings = screen.all('SectionMessage').filter(({ props }) => props.appearance === 'warning');
  expect(warnings.map(textIn)).toEqual([textWith('unproven on a real site')]);
});
