import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bridgeScript, serveScreens, withBridge } from '../../../sandbox/site/serveScreens';

const folder = mkdtempSync(join(tmpdir(), 'screens-'));
mkdirSync(join(folder, 'ui'));
mkdirSync(join(folder, '__LOCALES__'));
writeFileSync(join(folder, 'ui', 'index.html'), '<html><head lang="en"><script src="main.js"></script></head></html>');
writeFileSync(join(folder, 'ui', 'main.js'), 'run()');
writeFileSync(join(folder, '__LOCALES__', 'en-US.json'), '{"a":"b"}');
writeFileSync(join(folder, 'secret.txt'), 'not for the browser');
const server = serveScreens({ settings: join(folder, 'ui') });
const get = (path: string) => server.request(`http://localhost${path}`);

test('the bridge stands before every script of a screen', async () => {
  const html = await (await get('/sandbox/ui/settings/index.html')).text();
  expect(html.indexOf(bridgeScript)).toBeGreaterThan(html.indexOf('<head'));
  expect(html.indexOf(bridgeScript)).toBeLessThan(html.indexOf('main.js'));
});

test('a screen without a head is refused instead of running without a bridge', () => {
  expect(() => withBridge('<p>hello</p>')).toThrow('no head');
});

test('scripts keep their type and content', async () => {
  const answer = await get('/sandbox/ui/settings/main.js');
  expect(answer.headers.get('content-type')).toMatch('javascript');
  expect(await answer.text()).toBe('run()');
});

test('the sentences of a resource are found below each of its screens', async () => {
  expect(await (await get('/sandbox/ui/settings/__LOCALES__/en-US.json')).json()).toEqual({ a: 'b' });
});

test.each([
  '/sandbox/ui/settings/..%2Fsecret.txt',
  '/sandbox/ui/settings/nothing.js',
  '/sandbox/ui/toString/index.html',
])('%s is not found', async (path) => {
  expect((await get(path)).status).toBe(404);
});
