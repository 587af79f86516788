import type { Work } from '../../src/domain/effect';
import { asConversationId, asProjectId } from '../../src/domain/ids';
import { listDeadLetters, removeDeadLetter, saveDeadLetter } from '../../src/storage/deadLetters';
import { leavePlatform, onPlatform } from '../forge/onPlatform';

const project = asProjectId('10000');
const conversation = asConversationId(`10000.${'a'.repeat(32)}.1`);
const letter = (effect: string, at: number) =>
  ({
    conversation,
    effect,
    work: 'mirror',
    reason: 'forbidden',
    detail: 'No permission',
    issueKey: 'SUP-1',
    at,
  }) as const;

afterEach(leavePlatform);

test('a project’s dead letters are listed newest first', async () => {
  const { store } = onPlatform().ports;

  await saveDeadLetter(store, letter('e1', 1));
  await saveDeadLetter(store, letter('e2', 2));

  expect(await listDeadLetters(store, project)).toEqual([
    { version: 1, ...letter('e2', 2) },
    { version: 1, ...letter('e1', 1) },
  ]);
});

test('another project’s letters are not among them, even if its id begins alike', async () => {
  const { store } = onPlatform().ports;
  const other = asConversationId(`100001.${'a'.repeat(32)}.1`);

  await saveDeadLetter(store, { ...letter('e1', 1), conversation: other });

  expect(await listDeadLetters(store, project)).toEqual([]);
});

test('a replayed letter is gone, its neighbours stay', async () => {
  const { store } = onPlatform().ports;
  await saveDeadLetter(store, letter('e1', 1));
  await saveDeadLetter(store, letter('e11', 2));

  await removeDeadLetter(store, conversation, 'e1');

  expect((await listDeadLetters(store, project)).map(({ effect }) => effect)).toEqual(['e11']);
});

/** Total: a new kind of work fails the type check here until it stands in it. */
const WORKS: Record<Work['kind'], true> = {
  'send-message': true,
  'ensure-customer': true,
  'create-request': true,
  'link-request': true,
  'retire-request': true,
  'catch-up': true,
  mirror: true,
  note: true,
  'sync-property': true,
  transition: true,
  assign: true,
  remark: true,
  transcript: true,
  attach: true,
  'show-file': true,
  'show-answer': true,
};

test.each(Object.keys(WORKS) as Work['kind'][])(
  '%s that was given up can be listed: the settings page opens',
  async (work) => {
    const { store } = onPlatform().ports;

    await saveDeadLetter(store, { ...letter('e1', 1), work });

    expect(await listDeadLetters(store, project)).toEqual([expect.objectContaining({ work })]);
  },
);
