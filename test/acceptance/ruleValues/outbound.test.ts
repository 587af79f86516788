import type { ConversationRules } from '../../../src/domain/conversationRules';
import { ANA, sandboxWorld } from '../../support/worldSteps';
import { otherApp } from './otherApp';

/** Ben looks at a request that an e-mail, or a monitoring app without any customer, has raised. */
async function raisedBy(who: 'customer' | 'app', rules: Partial<ConversationRules>) {
  const steps = await sandboxWorld({ rules });
  const ben = steps.agent('Ben');
  const key =
    who === 'customer' ? await steps.agent('Ada').raisesFor('Ana', 'My invoice is wrong') : await alert(steps);
  const panel = await ben.invokes('viewPanel', {}, key);
  const { refused, ways = [] } = (panel.ok ? panel.output : {}) as { refused?: string; ways?: readonly Way[] };
  const sms = ways.find(({ channel }) => channel === 'sms');
  const wish = { channel: 'sms', number: sms?.number, phone: ANA, consent: 'verbal' };
  const starts = async () => {
    const answer = await ben.invokes('startConversation', wish, key);
    await steps.settle();
    return answer;
  };
  return { ...steps, ana: steps.phone(ANA), ben, key, refused, starts };
}

type Way = { readonly channel: string; readonly number: string };

async function alert({ world, settle }: Pick<Awaited<ReturnType<typeof sandboxWorld>>, 'world' | 'settle'>) {
  const fields = { project: { key: 'SUP' }, issuetype: { id: '10003' }, summary: 'A pump reports a leak' };
  const made = (await otherApp(world)('POST', '/rest/api/3/issue', { fields })) as { key: string };
  await settle();
  return made.key;
}

test('X6 S0-02 S2-02 no agent starts a conversation where the rules are off', async () => {
  const { ana, ben, key, refused, starts, comments } = await raisedBy('customer', { outbound: 'off' });
  expect(refused).toBe('outbound-off');
  expect(await starts()).toMatchObject({ ok: false, error: { code: 'outbound-off' } });
  await ben.comments(key, 'Please call us');
  expect([ana.screen(), await comments(key)]).toEqual([[], ['Please call us']]);
});

test('X6 where only linked customers may be written to, a request without a customer starts nothing', async () => {
  const { ana, refused, starts } = await raisedBy('app', { outbound: 'linked-customer' });
  expect(refused).toBe('no-customer');
  expect(await starts()).toMatchObject({ ok: false, error: { code: 'no-customer' } });
  expect(ana.screen()).toEqual([]);
});

test('X6 a linked customer is written to, and the answer joins the request', async () => {
  const { ana, ben, key, publicComments, starts } = await raisedBy('customer', { outbound: 'linked-customer' });
  expect(await starts()).toMatchObject({ ok: true });
  await ben.answersInTab(key, 'About your invoice');
  await ana.texts('Yes?');
  expect(ana.screen()).toEqual(['About your invoice', 'Yes?']);
  expect(await publicComments(key)).toEqual(['About your invoice', 'Yes?']);
});

test('X6 S1-02 where anybody may be written to, a request without a customer is continued over a phone', async () => {
  const { ana, ben, key, publicComments, refused, starts } = await raisedBy('app', { outbound: 'any' });
  expect(refused).toBeUndefined();
  expect(await starts()).toMatchObject({ ok: true });
  await ben.answersInTab(key, 'Your pump leaks');
  expect(ana.screen()).toEqual(['Your pump leaks']);
  expect(await publicComments(key)).toEqual(['Your pump leaks']);
});

test('X6 without quiet hours an SMS goes out at night', async () => {
  const { ana, ben, clock, key, publicComments, starts } = await raisedBy('customer', { quietHours: null });
  await starts();
  await clock.advance({ hours: 13 });
  await ben.answersInTab(key, 'About your invoice');
  expect(ana.screen()).toEqual(['About your invoice']);
  expect(await publicComments(key)).toEqual(['About your invoice']);
});
