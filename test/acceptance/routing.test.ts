import type { SettingsView } from '../../src/contract/views';
import { ANA, JONAS, metaNumber, sandboxWorld, type Steps } from '../support/worldSteps';

const INCIDENTS = '10004';

async function settingsOf({ agent }: Steps): Promise<SettingsView> {
  const answer = await agent('Ada').invokes('viewSettings');
  if (!answer.ok) throw new Error(`settings were refused: ${answer.error.code}`);
  return answer.output as SettingsView;
}

async function ada(steps: Steps, call: string, input: object): Promise<void> {
  const answer = await steps.agent('Ada').invokes(call, input);
  if (!answer.ok) throw new Error(`${call} was refused: ${answer.error.code}`);
}

/** Ada gives the WhatsApp number a keyword. */
async function routes(steps: Steps, keyword: string, requestTypeId: string): Promise<void> {
  const [connection] = (await settingsOf(steps)).connections;
  const number = connection?.numbers[0];
  if (!connection || !number) throw new Error('nothing is connected');
  const channels = number.channels.map((row) => ({ ...row, routes: [{ keyword, requestTypeId }] }));
  const { receiver, display } = number;
  await ada(steps, 'addNumber', { connection: connection.id, receiver, display, channels });
}

const typeOf = async ({ request }: Steps, key: string) => (await request(key)).requestType;

test('X16, S0-03 a first message that begins with a keyword raises a request of its type, others of the number’s', async () => {
  const steps = await sandboxWorld({ numbers: [metaNumber()] });
  await routes(steps, 'outage', '12');

  await steps.phone(ANA).writes('Outage! Nothing works');
  await steps.phone(JONAS).writes('Is there an outage?');

  expect([await typeOf(steps, 'SUP-1'), await typeOf(steps, 'SUP-2')]).toEqual(['Incident', 'WhatsApp']);
});

test('X16 where Jira wants a field that no message fills, the fall-back type takes the request and settings warn', async () => {
  const steps = await sandboxWorld({ numbers: [metaNumber('Incident')], rules: { fallbackRequestTypeId: '10' } });
  const { switches } = steps.world.state.jira;
  switches.requiredFields = { [INCIDENTS]: ['labels'] };

  await steps.phone(ANA).writes('The printer is on fire');

  expect(steps.requests()).toEqual(['SUP-1']);
  expect(await steps.request('SUP-1')).toMatchObject({
    requestType: 'WhatsApp',
    description: 'The printer is on fire',
  });
  await steps.agent('Ben').comments('SUP-1', 'On my way');
  expect(steps.phone(ANA).screen()).toEqual(['The printer is on fire', 'On my way']);
  const [channel] = (await settingsOf(steps)).connections[0]?.numbers[0]?.channels ?? [];
  expect(channel?.troubles).toEqual([
    { requestTypeId: '12', reason: 'field', detail: 'labels: Labels is required.', at: expect.any(String) as string },
  ]);
});

test('X16 the warning goes when the request type takes requests again', async () => {
  const steps = await sandboxWorld({ numbers: [metaNumber('Incident')], rules: { fallbackRequestTypeId: '10' } });
  const { switches } = steps.world.state.jira;
  switches.requiredFields = { [INCIDENTS]: ['labels'] };
  await steps.phone(ANA).writes('The printer is on fire');

  switches.requiredFields = {};
  await steps.phone(JONAS).writes('Mine, too');

  expect(await typeOf(steps, 'SUP-2')).toBe('Incident');
  const [channel] = (await settingsOf(steps)).connections[0]?.numbers[0]?.channels ?? [];
  expect(channel?.troubles).toBeUndefined();
});

test('X16 a request type that was deleted costs no request, either', async () => {
  const steps = await sandboxWorld({ numbers: [metaNumber('Incident')], rules: { fallbackRequestTypeId: '10' } });
  const project = steps.world.state.jira.projects[0]!;
  project.requestTypes = project.requestTypes.filter(({ id }) => id !== '12');

  await steps.phone(ANA).writes('The printer is on fire');

  expect(await typeOf(steps, 'SUP-1')).toBe('WhatsApp');
  const [channel] = (await settingsOf(steps)).connections[0]?.numbers[0]?.channels ?? [];
  expect(channel?.troubles).toMatchObject([{ requestTypeId: '12', reason: 'gone' }]);
});

test('X16 without a fall-back type a broken keyword falls back to the number’s own', async () => {
  const steps = await sandboxWorld({ numbers: [metaNumber()] });
  await routes(steps, 'outage', '12');
  steps.world.state.jira.switches.requiredFields = { [INCIDENTS]: ['labels'] };

  await steps.phone(ANA).writes('Outage');

  expect(await typeOf(steps, 'SUP-1')).toBe('WhatsApp');
});

test('X16 settings tell which request types need what no message fills, as far as Jira tells it', async () => {
  const steps = await sandboxWorld({ numbers: [metaNumber()] });
  steps.world.state.jira.switches.requiredFields = { [INCIDENTS]: ['labels'] };

  expect((await settingsOf(steps)).requestTypes.filter(({ asksFor }) => asksFor)).toEqual([
    { id: '12', name: 'Incident', asksFor: ['Labels'] },
  ]);
});
