// `npm start`: says at once that it is starting, installs what is missing, then runs the sandbox. Plain Node.
const { ppid } = process;
console.log('OmniChat sandbox is starting …');
require('./install.cjs');
const { spawn } = require('node:child_process');
const { join } = require('node:path');

const root = join(__dirname, '..');
const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts', ...process.argv.slice(2)], {
  cwd: root,
  // The channel tells the sandbox when this script was killed.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
// npm and its shell may be ended without a word to this script: it would run on, and hold port and data.
setInterval(() => process.ppid === ppid || child.kill('SIGTERM'), 1000).unref();
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)));
