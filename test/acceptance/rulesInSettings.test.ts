import { ANA, JONAS, metaNumber, sandboxWorld, twilioSms, twilioWhatsApp } from '../support/worldSteps';
import type { SettingsView } from '../../src/contract/views';
import type { Steps } from '../support/worldSteps';

/** What Ada does in project settings. @throws when it is refused. */
async function ada({ agent }: Steps, call: string, input: object = {}): Promise<unknown> {
  const answer = (await agent('Ada').invokes(call, input)) as { ok: boolean; output: unknown };
  if (!answer.ok) throw new Error(`${call} was refused: ${JSON.stringify(answer)}`);
  return answer.output;
}

async function numberOf(steps: Steps, display: string): Promise<string> {
  const view = (await ada(steps, 'viewSettings')) as SettingsView;
  const found = view.rules.numbers.find((one) => one.display === display);
  if (!found) throw new Error(`settings show no number ${display}`);
  return found.id;
}

test('X1 the preset chosen in settings holds from the next message on', async () => {
  const steps = await sandboxWorld();
  const [ana, ben] = [steps.phone(ANA), steps.agent('Ben')];
  await ana.writes('Hello');
  await ben.answersInTab('SUP-1', 'How can I help?');
  await ana.writes('My router is down');
  expect(await steps.notes('SUP-1')).toEqual([]);

  await ada(steps, 'choosePreset', { preset: 'tab-only' });
  await ben.answersInTab('SUP-1', 'Please restart it');
  await ana.writes('It works');

  expect(await steps.notes('SUP-1')).toEqual(['New WhatsApp message – open the OmniChat tab']);
  expect(((await ada(steps, 'viewSettings')) as SettingsView).rules.preset).toBe('tab-only');
});

test('X15, S2-19 a number’s own auto-reply stands before the project’s', async () => {
  const steps = await sandboxWorld({ numbers: [metaNumber(), twilioSms()], rules: { autoReply: 'We are on it.' } });
  const number = await numberOf(steps, twilioSms().number);
  await ada(steps, 'saveRules', { number, rules: { autoReply: 'Thank you for your SMS.' } });

  await steps.phone(ANA).writes('Hello');
  await steps.phone(JONAS).sends({ channel: 'sms', text: 'Hello' });

  expect(steps.phone(ANA).answers()).toEqual(['We are on it.']);
  expect(steps.phone(JONAS).answers()).toEqual(['Thank you for your SMS.']);
});

test('X22 S2-38 an SMS tells its carrier how long the rules of its number let it wait, and WhatsApp is told nothing', async () => {
  const steps = await sandboxWorld({ numbers: [twilioSms(), twilioWhatsApp()] });
  const number = await numberOf(steps, twilioSms().number);
  const forms = () => steps.outbox('twilio').map(({ body }) => new URLSearchParams(String(body)));
  const validity = () => forms().flatMap((form) => (form.has('Body') ? [form.get('ValidityPeriod')] : []));
  const ben = steps.agent('Ben');
  await steps.phone(ANA).texts('Hello');
  await steps.phone(JONAS).writes('Hello');
  await ben.answersInTab('SUP-1', 'By the default: 24 hours, of which Twilio takes 10');

  await ada(steps, 'saveRules', { number, rules: { smsValidityHours: 2 } });
  await ben.answersInTab('SUP-1', 'By the rule of the number');
  await ben.answersInTab('SUP-2', 'On WhatsApp');

  expect(validity()).toEqual(['36000', '7200', null]);
  const told = ['By the default: 24 hours, of which Twilio takes 10', 'By the rule of the number'];
  expect([steps.phone(ANA).answers(), await steps.publicComments('SUP-1')]).toEqual([told, told]);
});

test('X17 a rule that a number gives back is the project’s again', async () => {
  const steps = await sandboxWorld({ rules: { summary: 'Chat with {name}' } });
  const number = await numberOf(steps, metaNumber().number);
  await ada(steps, 'saveRules', { number, rules: { summary: 'Line 1: {name}' } });
  await steps.phone(ANA).writes('Hello');

  await ada(steps, 'saveRules', { number, rules: {}, inherit: ['summary'] });
  await steps.phone(JONAS).writes('Hello');

  const summaries = await Promise.all(['SUP-1', 'SUP-2'].map(async (key) => (await steps.request(key)).summary));
  expect(summaries).toEqual(['Line 1: Ana Horvat', 'Chat with Jonas Weber']);
});
