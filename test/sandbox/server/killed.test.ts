import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newAgenda, type AgendaState } from '../../../sandbox/agenda';
import type { PhoneMessage } from '../../../sandbox/phones';
import type { ConversationView } from '../../../src/contract/views';
import { ANA } from '../../support/worldSteps';

/** Builds the app where no earlier test has, on a busy machine. */
const PATIENCE_MS = 300_000;
const MESSAGES = `/sandbox/api/phones/${encodeURIComponent(ANA)}/messages`;
const DRAFT_ID = '00000000-0000-4000-8000-000000000001';

let data = '';
let started: ChildProcess[] = [];
beforeEach(() => (data = mkdtempSync(join(tmpdir(), 'omnichat-'))));
afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
  started = [];
  rmSync(data, { recursive: true, force: true });
});

/** `npm start` on this test's folder, until it says where it listens. */
async function starts() {
  const script = spawn(process.execPath, ['scripts/start.cjs', '--port', '0', '--data', data], { stdio: 'pipe' });
  started.push(script);
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const [, found] = /OmniChat sandbox: (\S+)/.exec(said) ?? [];
      if (found) resolve(found);
    };
    script.stdout.on('data', hear);
    script.stderr.on('data', hear);
    script.once('exit', () => reject(new Error(`the sandbox ended: ${said}`)));
  });
  const asks = async (path: string, body?: object): Promise<unknown> => {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const answer = await fetch(url + path, body && post);
    expect(answer.status).toBe(200);
    return answer.json();
  };
  const tab = (call: string, input: object) =>
    asks('/sandbox/api/invoke', { as: 'ben@example.com', module: 'issue-tab', issueKey: 'SUP-1', call, input });
  /** Nothing is told to the sandbox: it is gone. The script ends with it. */
  const isKilled = async () => {
    const ended = new Promise((resolve) => script.once('exit', resolve));
    process.kill(Number(readFileSync(join(data, 'lock'), 'utf8')), 'SIGKILL');
    await ended;
  };
  const phone = async () => ((await asks(MESSAGES)) as { messages: PhoneMessage[] }).messages;
  const shown = async () =>
    ((await tab('viewConversation', {})) as { output: Extract<ConversationView, { kind: 'conversation' }> }).output;
  return { asks, tab, shown, isKilled, phone, idle: () => asks('/sandbox/api/idle', {}) };
}

test(
  'what was answered before the process was killed is there after the next start, once, and goes on',
  async () => {
    const first = await starts();
    await first.idle();
    await first.asks(MESSAGES, { channel: 'whatsapp', to: '+4930901820', text: 'Is anybody there?' });
    await first.isKilled();

    const second = await starts();
    await second.idle();
    const sent = await second.tab('sendMessage', { draftId: DRAFT_ID, text: 'We are' });
    expect(sent).toMatchObject({ ok: true, output: { status: 'accepted' } });
    await second.isKilled();

    const third = await starts();
    await third.idle();
    const said = (await third.phone()).map(({ text }) => text);
    expect(said.slice(-2)).toEqual(['Is anybody there?', 'We are']);
    const { messages } = await third.shown();
    expect(messages.slice(-2)).toMatchObject([
      { body: { text: 'Is anybody there?' } },
      { body: { text: 'We are' }, delivery: { status: 'read' } },
    ]);
    expect(messages).toHaveLength(4);
    await third.isKilled();
  },
  PATIENCE_MS,
);

const whereShellsAre = process.platform === 'win32' ? test.skip : test;
whereShellsAre(
  'the sandbox ends with the shell that npm runs it in, which tells it nothing',
  async () => {
    const script = `'${process.execPath}' scripts/start.cjs --port 0 --data '${data}'; true`;
    const shell = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'], detached: true });
    try {
      await once(shell.stdout, 'data');
      // Whoever still ran would hold it open.
      const closed = once(shell.stdout, 'close');
      shell.kill();
      await closed;
    } finally {
      endGroup(shell);
    }
  },
  60_000,
);

/** Ends what a failed test would leave behind. */
function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch (error) {
    expect(error).toMatchObject({ code: 'ESRCH' });
  }
}

test('what had begun when the process was killed begins again, and what had ended does not', async () => {
  const state: AgendaState = { now: 0, counter: 0, items: [] };
  const agenda = newAgenda(state);
  agenda.on('work', (name: string) => (name === 'long' ? new Promise(() => undefined) : Promise.resolve()));
  for (const payload of ['short', 'long']) agenda.add({ kind: 'work', what: payload, inMs: 10, payload });
  agenda.follow();
  while ((state.performing ?? []).length !== 1) await new Promise((resolve) => setTimeout(resolve, 5));
  agenda.stop();

  const next = newAgenda(structuredClone(state));
  const begun: string[] = [];
  next.on('work', async (name: string) => void begun.push(name));
  await next.advanceTo(1_000);
  expect(begun).toEqual(['long']);
});
