// Installs the packages when they are not those of the lock file. Plain Node: runs with nothing installed.
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { lstatSync, mkdirSync, readFileSync, statSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const root = join(__dirname, '..');
const note = join(root, 'node_modules/.cache/installed.txt');
const time = (file) => statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
const installedAt = () => time('node_modules/.package-lock.json');

/** What the lock file says and when npm last installed: git renews the file's time without changing a word of it. */
const state = () =>
  `${createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')} ${installedAt()}`;

function noted() {
  try {
    return readFileSync(note, 'utf8');
  } catch {
    return undefined; // nothing noted yet: the times tell
  }
}

if (noted() !== state()) {
  if (installedAt() < time('package-lock.json')) install();
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, state());
}

function install() {
  // npm ci empties the folder a link points to, which may be somebody else's.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    console.error('node_modules is a symbolic link and out of date: remove the link, then start again.');
    process.exit(1);
  }
  console.log('Installing packages, about a minute …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
