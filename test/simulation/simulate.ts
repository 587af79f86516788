import { createHash } from 'node:crypto';
import { config } from 'zod';
import type { Build } from '../../sandbox/build';
import type { Delivery } from '../../sandbox/carriers/delivery';
import { createWorld } from '../../sandbox/world';
import type { WorldState } from '../../sandbox/world/state';
import { connect } from '../../sandbox/world/connect';
import { builtApp, newTestWorld, saveRules } from '../support/world';
import { act } from './act';
import { newBooks, PROBE, PROBE_ANSWERS, type Run } from './books';
import { countedFaults } from './countedFaults';
import { INVARIANTS } from './invariants/all';
import { noteLog } from './logLines';
import { DESKS, NUMBERS, STRANGER, WITH_INBOX } from './people';
import { noteReceived } from './received';
import { rulesAtDesk } from './records';
import { quiet } from './rest';
import { letIn } from './steps/departures';
import type { Story } from './story';

export type Outcome = {
  readonly story: Story;
  readonly violations: readonly { readonly invariant: string; readonly what: string; readonly step: number }[];
  readonly struck: Readonly<Record<string, number>>;
  /** Of customers, agents and the platform: what the world did. */
  readonly events: number;
  readonly messages: number;
  /** The same story gives the same. */
  readonly hash: string;
};

/** Each process of a story would compile the schemas anew, which takes longer than it saves: a fifth of the CPU. */
config({ jitless: true });

/** Lives a story, lets the world come to rest, and holds it to every invariant. Another build is a mutant. */
export async function simulate(story: Story, build?: Build): Promise<Outcome> {
  const run = await begin(story, build ?? (await builtApp()));
  const { world, books, faults } = run;
  const startedWith = world.platform.callsMade;
  for (const [index, step] of story.steps.entries()) {
    await act(run, step);
    noteLog(books.log, world.platform.logs);
    books.clock.push(world.agenda.now());
    const broken = check(run, true);
    if (broken.length > 0)
      return outcome(
        run,
        startedWith,
        broken.map((one) => ({ ...one, step: index + 1 })),
      );
  }
  await quiet(run);
  await probe(run);
  const broken = check(run, false).map((one) => ({ ...one, step: story.steps.length + 1 }));
  return outcome({ ...run, faults }, startedWith, broken);
}

/** Once all is well, also the app's rights, a stranger writes and is answered, in turn from the tab and by a comment: nobody has to wait for the sweep. Where the rules want triage, somebody decides first. */
async function probe(run: Run): Promise<void> {
  const { world, books, story } = run;
  letIn(run);
  const { id } = world.customerWrites({
    from: STRANGER,
    channel: 'whatsapp',
    to: NUMBERS.whatsapp,
    text: `${PROBE} please help`,
  });
  books.written.set(PROBE, { id, phone: STRANGER, at: world.agenda.now() });
  if (rulesAtDesk(run, NUMBERS).createRequest === 'on-triage') {
    await world.advance(3_500);
    await act(run, { kind: 'triages', waiting: -1, decision: 'create' });
  }
  await world.advance(20_000);
  const who = { agent: 0, request: -1 };
  if (story.seed % 2 === 0) await act(run, { kind: 'answers', ...who, token: PROBE_ANSWERS.tab });
  else await act(run, { kind: 'comments', ...who, token: PROBE_ANSWERS.comment, prefixed: true });
  await world.advance(20_000);
}

/** All stories begin with the numbers of both desks connected; then Ada gives each desk the rules of the story. */
async function begin(story: Story, build: Build): Promise<Run> {
  const faults = countedFaults();
  const state = structuredClone(await firstWorldOf(story));
  state.chance.seed = story.seed;
  const books = newBooks();
  const delivered = (delivery: Delivery) => {
    noteReceived(books.received, delivery);
    noteLog(books.log, world.platform.logs);
  };
  const world = await createWorld({ build, baseUrl: state.baseUrl, state, faults, delivered });
  await saveRules(world, story.rules);
  await saveRules(world, story.otherRules, DESKS[1].project);
  await world.advance(1_000);
  return { story, world, books, faults };
}

const beginnings = new Map<boolean, Promise<WorldState>>();

function firstWorldOf({ steps }: Story): Promise<WorldState> {
  const hasInbox = steps.some(({ kind }) => kind === 'archives');
  const known = beginnings.get(hasInbox) ?? firstWorld(hasInbox);
  beginnings.set(hasInbox, known);
  return known;
}

async function firstWorld(hasInbox: boolean): Promise<WorldState> {
  const world = await newTestWorld({});
  world.jira.backstage.addProject({ key: DESKS[1].project, name: 'Operations' });
  world.jira.backstage.addProject({ key: 'DEV', name: 'Development', typeKey: 'software' });
  const { project, whatsapp, sms } = DESKS[1];
  await connect(world, [
    { provider: 'meta', channel: 'whatsapp', number: whatsapp, requestType: 'Question', project },
    { provider: 'twilio', channel: 'sms', number: sms, requestType: 'Question', project },
  ]);
  const { provider, whatsapp: number } = WITH_INBOX;
  if (hasInbox) await connect(world, [{ provider, channel: 'whatsapp', number, requestType: 'WhatsApp' }]);
  await world.idle(20_000);
  return world.save();
}

const check = (run: Run, inStep: boolean) =>
  INVARIANTS.filter((one) => !inStep || one.inStep).flatMap(({ name, broken }) =>
    broken(run).map((what) => ({ invariant: name, what })),
  );

function outcome(
  { story, world, books, faults }: Run,
  startedWith: number,
  violations: Outcome['violations'],
): Outcome {
  const { kvs } = world.state.platform;
  const hash = createHash('sha256')
    .update(JSON.stringify([kvs, world.state.jira, world.state.phones]))
    .digest('hex');
  const { leasesLost } = books.log;
  const struck = { ...faults.struck, ...(leasesLost > 0 && { 'lease lost in a long call': leasesLost }) };
  const calls = world.platform.callsMade - startedWith;
  return { story, violations, struck, events: story.steps.length + calls, messages: books.written.size, hash };
}
