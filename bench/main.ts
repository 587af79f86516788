import { statSync } from 'node:fs';
import { buildApp, type Build } from '../sandbox/build';
import { createWorld, type World } from '../sandbox/world';
import { connect } from '../sandbox/world/connect';
import { summarize } from '../sandbox/world/ledgerSummary';
import { loadTimes } from './loadTimes';
import { printTable, type Row } from './printTable';
import { ratiosOf, tooDear } from './ratios';
import { simulationFigures } from './simulation';

const ANA = '+385991903327';
const WHATSAPP = '+4930901820';
/** Messages written at a time on the way to a long conversation. */
const BURST = 20;

/** Prints what one message and one answer cost on the full path. Fails where a long conversation costs more than a short one; times are figures only. */
async function main(): Promise<void> {
  const build = await buildApp();
  const size = statSync(build.backend.file).size / 1024;
  console.log(`Backend bundle: ${size.toFixed(0)} KB, loads in ${await loadTimes(build.backend.file)}\n`);
  const world = await createWorld({ build, startAt: Date.parse('2026-11-16T09:00:00Z') });
  await connect(world, [{ provider: 'meta', channel: 'whatsapp', number: WHATSAPP, requestType: 'WhatsApp' }]);
  const costs = await conversation(world);
  printTable(costs);
  const ratios = ratiosOf(costs);
  printTable(ratios);
  printTable(await handlerTimes(build));
  printTable(await simulationFigures());
  const missed = tooDear(ratios);
  for (const one of missed) console.error(one);
  if (missed.length > 0) process.exitCode = 1;
}

/** Messages 1, 10, 100 and 10,000 of one conversation, each followed by an answer of each kind. Aim: 10,000 costs what 10 costs. */
async function conversation(world: World): Promise<Row[]> {
  const rows: Row[] = [];
  let count = 0;
  const write = () =>
    void world.customerWrites({ from: ANA, channel: 'whatsapp', to: WHATSAPP, text: `Message ${(count += 1)}` });
  for (const at of [1, 10, 100, 10_000]) {
    while (count < at - 1) {
      for (let burst = 0; burst < BURST && count < at - 1; burst += 1) write();
      await world.idle(60_000);
    }
    rows.push(await measured(world, `inbound message ${at}`, async () => write()));
    rows.push(await measured(world, `tab answer after ${at}`, () => answerInTab(world, at)));
    rows.push(await measured(world, `comment answer after ${at}`, () => answerByComment(world, at)));
  }
  return rows;
}

async function measured(world: World, what: string, act: () => Promise<void>): Promise<Row> {
  await world.advance(60_000);
  const since = world.agenda.now() + 1;
  await world.advance(1);
  const cpu = process.cpuUsage();
  await act();
  await world.idle(60_000);
  const { user, system } = process.cpuUsage(cpu);
  const { kvs, queue, jira, carriers, ack } = summarize(world.ledger, since);
  return {
    what,
    'round trips before 200': what.startsWith('inbound') ? ack.roundTrips : '–',
    'KVS keys read': kvs.keysRead,
    'KVS keys written': kvs.keysWritten,
    'KB read': (kvs.readBytes / 1024).toFixed(1),
    'KB written': (kvs.writeBytes / 1024).toFixed(1),
    'queue pushes': queue.pushes,
    'Jira calls': jira.calls,
    'Jira writes': jira.writes,
    points: jira.points,
    'provider requests': Object.values(carriers).reduce((sum, one) => sum + one, 0),
    'CPU ms (with sandbox)': ((user + system) / 1_000).toFixed(0),
  };
}

async function answerInTab(world: World, at: number): Promise<void> {
  const draftId = `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
  const input = { draftId, text: 'An answer from the tab' };
  await world.invoke({ as: 'ben@example.com', module: 'issue-tab', issueKey: 'SUP-1', call: 'sendMessage', input });
}

async function answerByComment(world: World, at: number): Promise<void> {
  const text = { type: 'text', text: `An answer by comment, ${at}` };
  const body = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [text] }] };
  const accountId = world.jira.accountFor('ben@example.com') ?? '';
  await world.jira.door({
    method: 'POST',
    url: '/rest/api/3/issue/SUP-1/comment',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ body }),
    caller: { kind: 'person', accountId, throughApp: false },
  });
}

/** How long the web-trigger handler takes, platform included: 200 warm messages of 200 customers. */
async function handlerTimes(build: Build): Promise<Row[]> {
  const world = await createWorld({ build, seed: 2 });
  await connect(world, [{ provider: 'meta', channel: 'whatsapp', number: WHATSAPP, requestType: 'WhatsApp' }]);
  const times: number[] = [];
  for (let index = 0; index < 200; index += 1) {
    world.customerWrites({
      from: `+4915${String(100_000_000 + index)}`,
      channel: 'whatsapp',
      to: WHATSAPP,
      text: 'Hi',
    });
    await world.idle(60_000);
    times.push(world.ledger.ack.ms);
  }
  times.sort((one, other) => one - other);
  const at = (share: number) => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(1)} ms`;
  return [{ what: 'web-trigger handler, 200 messages', median: at(0.5), p99: at(0.99) }];
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
