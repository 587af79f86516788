import { ANA, sandboxWorld } from '../../support/worldSteps';

const RULES = { copy: 'off', transcript: 'internal-note' } as const;

test('X1 a long conversation is written in several notes, each message once and in order', async () => {
  const { phone, agent, notes, settle } = await sandboxWorld({ rules: RULES });
  const ana = phone(ANA);
  const texts = Array.from({ length: 30 }, (_, index) => `Message ${index} ${'x'.repeat(1_500)}`);
  await ana.writesInOneGo(...texts);
  await agent('Ben').invokes('closeConversation', {}, 'SUP-1');
  await settle();
  const transcripts = (await notes('SUP-1')).filter((note) => note.startsWith('Transcript'));
  expect(transcripts).toHaveLength(2);
  expect(transcripts.every((note) => note.length < 32_767)).toBe(true);
  const told = transcripts.flatMap((note) => [...note.matchAll(/Message (\d+)/g)].map(([, index]) => Number(index)));
  expect(told).toEqual(texts.map((_, index) => index));
});

test('X1 a conversation that is closed a second time has only what came since written', async () => {
  const { phone, agent, notes, settle } = await sandboxWorld({ rules: RULES });
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = agent('Ben');
  await ben.invokes('closeConversation', {}, 'SUP-1');
  await settle();
  await ben.invokes('reopenConversation', {}, 'SUP-1');
  await ana.writes('It burns again');
  await ben.invokes('closeConversation', {}, 'SUP-1');
  await settle();
  const [first, second, ...more] = (await notes('SUP-1')).filter((note) => note.startsWith('Transcript'));
  expect(first).toContain('The printer is on fire');
  expect(second).toContain('It burns again');
  expect(second).not.toContain('The printer is on fire');
  expect(more).toEqual([]);
});
