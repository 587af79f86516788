import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf, keepNewest, placeOf, put } from '../../sandbox/buildFolder';

const home = process.cwd();
beforeEach(() => {
  process.chdir(mkdtempSync(join(tmpdir(), 'build-')));
  mkdirSync('src');
  writeFileSync('src/a.ts', 'one');
});
afterEach(() => process.chdir(home));

test('the hash changes with the content, the name and the number of files, and with nothing else', () => {
  const before = hashOf(['src']);
  utimesSync('src/a.ts', 1, 1);
  expect(hashOf(['src'])).toBe(before);
  writeFileSync('src/b.tsx', 'two');
  expect(hashOf(['src'])).not.toBe(before);
  expect(hashOf(['src'], /[.]tsx$/)).toBe(before);
  writeFileSync('src/a.ts', 'other');
  expect(hashOf(['src'], /[.]tsx$/)).not.toBe(before);
});

test('a part is there at once and whole, renamed as asked, and its sources are gone', () => {
  mkdirSync('output');
  writeFileSync('output/settings.html', '<head></head>');
  const part = placeOf('ui', 'hash');
  expect(part.isUpToDate).toBe(false);
  put(part, [
    { from: 'output', to: 'settings', rename: ['settings.html', 'index.html'] },
    { from: 'output', to: 'copy' },
  ]);
  expect(readFileSync(join(part.dir, 'settings/index.html'), 'utf8')).toBe('<head></head>');
  expect([existsSync(join(part.dir, 'copy/settings.html')), existsSync('output')]).toEqual([true, false]);
  expect([placeOf('ui', 'hash').isUpToDate, readdirSync('build/ui')]).toEqual([true, ['hash']]);
});

test('the same part built twice at once stays one', () => {
  const parts = [placeOf('ui', 'hash'), placeOf('ui', 'hash')];
  for (const part of parts) {
    mkdirSync('output');
    writeFileSync('output/a.js', 'same');
    put(part, [{ from: 'output', to: '.' }]);
  }
  expect(readdirSync('build/ui')).toEqual(['hash']);
});

test('the three newest builds are kept', () => {
  for (const [age, name] of ['newest', 'new', 'older', 'oldest'].entries()) {
    mkdirSync(join('build/backend', name), { recursive: true });
    utimesSync(join('build/backend', name), 1_000 - age, 1_000 - age);
  }
  keepNewest('backend');
  expect(readdirSync('build/backend').sort()).toEqual(['new', 'newest', 'older']);
});
