import { ANA, sandboxWorld } from '../support/worldSteps';

async function blocked() {
  const steps = await sandboxWorld({ autoReply: 'We are on it.' });
  const ana = steps.phone(ANA);
  await ana.writes('Buy our pills');
  const ben = steps.agent('Ben');
  expect(await ben.invokes('blockContact', {}, 'SUP-1')).toMatchObject({ ok: true });
  await steps.settle();
  return { ...steps, ana, ben };
}

test('a blocked sender opens no request, gets no answer, and what they write is a counted row', async () => {
  const { ana, ben, requests, comments } = await blocked();
  await ana.writes('Buy them now');
  await ana.texts('And by SMS');
  expect(requests()).toEqual(['SUP-1']);
  expect(await comments('SUP-1')).toEqual([]);
  expect(ana.answers()).toEqual(['We are on it.']);
  const tab = await ben.opensTab('SUP-1');
  expect(tab).toMatchObject({
    state: 'closed',
    contactBlocked: { count: 2 },
    composer: { blocked: { code: 'contact-blocked' } },
    actions: ['lockConversation', 'unblockContact'],
    unread: true,
  });
  expect(tab.messages.map(({ body }) => body.text)).toEqual([
    'Buy our pills',
    'We are on it.',
    'Buy them now',
    'And by SMS',
  ]);
});

test('a comment to a blocked sender is not delivered, and says why', async () => {
  const { ana, ben, notes } = await blocked();
  await ben.comments('SUP-1', 'No, thank you');
  expect(ana.answers()).toEqual(['We are on it.']);
  expect(await notes('SUP-1')).toEqual([expect.stringContaining('the customer is blocked in OmniChat')]);
});

test('after unblocking a message opens a request again', async () => {
  const { ana, ben, requests } = await blocked();
  await ben.invokes('unblockContact', {}, 'SUP-1');
  await ana.writes('Sorry for that');
  expect(requests()).toEqual(['SUP-1', 'SUP-2']);
  expect((await ben.opensTab('SUP-2')).contactBlocked).toBeUndefined();
});
