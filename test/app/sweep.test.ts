import { runTurn } from '../../src/app/runTurn';
import { sweep } from '../../src/app/sweep';
import type { App } from '../../src/app/call';
import { asContactId, type ContactId } from '../../src/domain/ids';
import { headRef } from '../../src/storage/keys';
import { leavePlatform } from '../forge/onPlatform';
import { PROJECT } from '../support/builders';
import { aCustomerMessage } from '../support/eventBuilders';
import { turnWorld } from './turnSteps';

afterEach(leavePlatform);

const contact = (ordinal: number): ContactId => asContactId(ordinal.toString(16).padStart(32, '0'));

const withTime = (app: App, remainingMs: number): App => ({
  ...app,
  ports: { ...app.ports, clock: { ...app.ports.clock, remainingMs: () => remainingMs } },
});

/** So many heads with work that is due and that nobody was told of. */
async function dueHeads(count: number) {
  const world = turnWorld();
  const app = withTime(world.app, 55_000);
  const contacts = Array.from({ length: count }, (_, index) => contact(index));
  for (const one of contacts)
    await runTurn(world.app, {
      key: { project: PROJECT, contact: one },
      events: [aCustomerMessage({ at: Date.now() })],
    });
  const { store } = world.app.ports;
  const headOf = (one: ContactId) => store.get(headRef(PROJECT, one));
  /** Heads that nobody has worked on yet. */
  const untouched = async () => {
    const heads = await Promise.all(contacts.map(headOf));
    return heads.filter((head) => head?.rev === 1).length;
  };
  return { ...world, app, store, contacts, headOf, untouched };
}

test('every head that is due is reached in one run, however many there are', async () => {
  const { app, untouched } = await dueHeads(200);
  expect(await untouched()).toBe(200);

  await sweep(app);

  expect(await untouched()).toBe(0);
});

test('heads that cannot be worked on stand in nobody’s way', async () => {
  const { app, contacts, headOf, store, untouched } = await dueHeads(120);
  const broken = contacts.slice(0, 110);
  for (const one of broken)
    await store.put(headRef(PROJECT, one), { ...(await headOf(one)), rev: 7, doc: { version: 99 } });

  await sweep(app);

  expect(await untouched()).toBe(0);
});

test('a run that has no time left leaves the rest to the next one', async () => {
  const { app, untouched } = await dueHeads(20);

  await sweep(withTime(app, 20_000));

  expect(await untouched()).toBe(20);

  await sweep(app);

  expect(await untouched()).toBe(0);
});
