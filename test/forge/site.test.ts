import { site } from '../../src/forge/site';
import { clock } from '../../src/forge/clock';
import { closeDoor, json, openDoor } from './door';

afterEach(closeDoor);

test('the address of the web trigger is asked for once by a warm process, and has no slash at its end', async () => {
  const url = 'https://site.webtrigger.example/public/1/';
  const passed = openDoor(() => json({ data: { createWebTriggerUrl: { url } } }), { installationId: 'site test' });

  const urls = [await site.webTriggerUrl(), await site.webTriggerUrl()];

  expect(urls).toEqual(['https://site.webtrigger.example/public/1', 'https://site.webtrigger.example/public/1']);
  expect(passed).toMatchObject([{ body: { variables: { input: { triggerKey: 'inbound' } } } }]);
});

test('the clock tells how much of the invocation is left', () => {
  openDoor(() => json({}), { remainingMs: 1_234 });

  expect(clock.remainingMs()).toBe(1_234);
});
