// Installs the packages when the lock file is newer than what is installed. Plain Node: runs with nothing installed.
const { spawnSync } = require('node:child_process');
const { lstatSync, statSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const time = (file) => statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (time('node_modules/.package-lock.json') < time('package-lock.json')) {
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
