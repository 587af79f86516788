import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeFolder, type Folder } from '../../../sandbox/server/start/folder';
import { textWith } from '../../support/matchers';

let path = '';
let other: ChildProcess | undefined;
beforeEach(() => (path = mkdtempSync(join(tmpdir(), 'omnichat-'))));
afterEach(() => {
  other?.kill();
  rmSync(path, { recursive: true, force: true });
});

const taken = (): Folder => {
  const folder = takeFolder(path);
  if ('error' in folder) throw new Error(folder.error);
  return folder;
};

test('what was written is read by the next start', () => {
  const first = taken();
  first.write({ now: 5 });
  first.release();

  expect(taken().read()).toEqual({ now: 5 });
});

test('a folder without a saved world reads as nothing', () => expect(taken().read()).toBeUndefined());

test('a second start on the same folder is refused with a sentence', async () => {
  const running = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  other = running;
  await new Promise((resolve) => running.once('spawn', resolve));
  writeFileSync(join(path, 'lock'), String(running.pid));

  const second = takeFolder(path);
  const ended = new Promise((resolve) => running.once('exit', resolve));
  running.kill();
  await ended;

  expect(second).toEqual({
    error: textWith(`Another sandbox (process ${running.pid}) is running on ${path}`),
  });
  expect('error' in takeFolder(path)).toBe(false);
});

test('a released folder holds no lock', () => {
  taken().release();

  expect(readdirSync(path)).toEqual([]);
});

test('a damaged world says so and how to go on', () => {
  writeFileSync(join(path, 'world.json'), '{"now":');

  expect(() => taken().read()).toThrow('is damaged. Start with --fresh');
});
