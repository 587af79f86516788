import type { ConversationRules } from '../../../src/domain/conversationRules';
import { ANA, sandboxWorld } from '../../support/worldSteps';

/** Ana wrote, and a way to see how often she was shown that it was read. */
async function anaWrote(readReceipts: ConversationRules['readReceipts']) {
  const steps = await sandboxWorld({ rules: { readReceipts } });
  const ana = steps.phone(ANA);
  const ben = steps.agent('Ben');
  await ana.writes('The printer is on fire');
  const marks = () => steps.outbox('meta').filter(({ body }) => String(body).includes('"status":"read"')).length;
  const opens = async () => {
    await ben.invokes('markSeen', {}, 'SUP-1');
    await steps.settle();
    return marks();
  };
  const answers = async (text: string) => {
    await ben.answersInTab('SUP-1', text);
    await steps.settle();
    return marks();
  };
  return { ...steps, ana, opens, answers };
}

test('a customer is never shown that they were read where the rules say so', async () => {
  const { ana, comments, opens, answers } = await anaWrote('never');
  expect([await opens(), await answers('Is it still burning?')]).toEqual([0, 0]);
  expect(ana.screen()).toEqual(['The printer is on fire', 'Is it still burning?']);
  expect(await comments('SUP-1')).toEqual(['Is it still burning?']);
});

test('an answer shows the customer once that they were read', async () => {
  const { ana, comments, opens, answers } = await anaWrote('on-answer');

  expect([await opens(), await answers('Is it still burning?'), await answers('Hello?')]).toEqual([0, 1, 1]);

  await ana.writes('It is out now');
  expect(await answers('Good')).toBe(2);
  expect(ana.answers()).toEqual(['Is it still burning?', 'Hello?', 'Good']);
  expect(await comments('SUP-1')).toEqual(['Is it still burning?', 'Hello?', 'It is out now', 'Good']);
});

test('opening the tab shows the customer once that they were read', async () => {
  const { ana, comments, opens, answers } = await anaWrote('on-open');

  expect([await opens(), await opens(), await answers('Is it still burning?')]).toEqual([1, 1, 1]);

  await ana.writes('It is out now');
  expect(await opens()).toBe(2);
  expect(ana.screen()).toEqual(['The printer is on fire', 'Is it still burning?', 'It is out now']);
  expect(await comments('SUP-1')).toEqual(['Is it still burning?', 'It is out now']);
});
