import { ANA, JONAS, sandboxWorld } from '../support/worldSteps';

/** What Jira's own queue of open requests asks. */
const ALL_OPEN = 'project = SUP AND statusCategory != Done';

test('S0-04 S2-05 a new request stands in the queue of open requests until it is resolved', async () => {
  const { phone, agent, found, request } = await sandboxWorld();
  await phone(ANA).texts('The printer is on fire');
  await phone(JONAS).writes('Where is my parcel?');
  expect(await found(ALL_OPEN)).toEqual(['SUP-1', 'SUP-2']);
  expect((await request('SUP-1')).summary).toBe('SMS request from 385991903327');
  expect((await request('SUP-2')).summary).toBe('WhatsApp request from 4915117607506');
  await agent('Ben').transitions('SUP-1', 'Resolve');
  expect(await found(ALL_OPEN)).toEqual(['SUP-2']);
});
