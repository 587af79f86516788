import { textWith } from '../../support/matchers';
import { sandboxClient } from '../../support/sandboxClient';

const BEN = 'ben@example.com';

test('a request is cloned, moved to a project that is made for it, and merged', async () => {
  const { writes, idle, ask, state } = await sandboxClient();
  await writes('The printer is on fire');
  await idle();
  const does = async (wish: object) =>
    (await ask('POST', '/sandbox/api/backstage', { body: { as: BEN, ...wish } })).json as { issueKey: string };

  expect(await does({ do: 'clone', issueKey: 'SUP-1' })).toEqual({ issueKey: 'SUP-2' });
  expect(await does({ do: 'merge', issueKey: 'SUP-2', to: 'SUP-1' })).toEqual({ issueKey: 'SUP-1' });
  expect(await does({ do: 'move', issueKey: 'SUP-1', to: 'OPS' })).toEqual({ issueKey: 'OPS-1' });

  expect((await state()).projects.map(({ key }) => key)).toEqual(['SUP', 'OPS']);
});

test.each([
  [{ do: 'clone', issueKey: 'SUP-9' }, 'There is no request SUP-9.'],
  [{ do: 'move', issueKey: 'SUP-1', to: 'SUP' }, 'SUP-1 is in SUP already.'],
  [{ do: 'merge', issueKey: 'SUP-1', to: 'SUP-1' }, 'A request cannot be merged into itself.'],
  [{ do: 'clone', issueKey: 'SUP-1', as: 'eve@example.com' }, 'Nobody on this site is called eve@example.com.'],
  [{ do: 'burn', issueKey: 'SUP-1' }, 'This is not what /sandbox/api/backstage takes.'],
])('%j is refused with a sentence', async (wish, words) => {
  const { writes, idle, ask } = await sandboxClient();
  await writes('The printer is on fire');
  await idle();
  const { status, json } = await ask('POST', '/sandbox/api/backstage', { body: { as: BEN, ...wish } });
  expect([400, 404]).toContain(status);
  expect(json).toEqual({ error: textWith(words) });
});
