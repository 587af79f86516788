import type { StoredFile } from '../../../src/domain/content';
import { decide } from '../../../src/domain/decide';
import type { ConversationEvent } from '../../../src/domain/event';
import { messageKey } from '../../../src/domain/ids';
import { laneDueAt } from '../../../src/domain/rules/lanes';
import type { Thread } from '../../../src/domain/thread';
import {
  after,
  aMoment,
  anEffect,
  aThread,
  aThreadWith,
  at,
  BEN,
  effectsIn,
  FIRST,
  NOW,
  REQUEST,
  SECOND,
  withLaneOf,
} from '../../support/builders';
import { aCustomerMessage, endedWith, starting } from '../../support/eventBuilders';

const PHOTO = { kind: 'media', media: { kind: 'image', providerId: '1' }, caption: 'It leaks' } as const;
const FILE: StoredFile = { attachmentId: '9', mediaId: 'm', name: 'photo-1a2b3c.jpg', mimeType: 'image/jpeg', size: 5 };
const KEY = messageKey(FIRST, 2);

const photo = () => after(aThreadWith(), aCustomerMessage({ content: PHOTO }));
const fetching = (thread: Thread = photo()) => after(thread, starting('media'));
const attached = (thread: Thread) =>
  after(thread, endedWith(thread, 'media', { kind: 'attached', message: KEY, file: FILE }));
const notAttached = (thread: Thread) =>
  after(thread, endedWith(thread, 'media', { kind: 'not-attached', message: KEY, reason: 'gone' }));
const mediaIn = ({ messages }: Thread) => {
  const content = messages[KEY]?.content;
  return content?.kind === 'media' ? content.media : undefined;
};
const mirrorOf = ({ head }: Thread) => head.lanes.jira.queue.find(({ kind }) => kind === 'mirror');

describe('a customer’s file', () => {
  test('S0-23 is fetched in a lane of its own', () => {
    expect(effectsIn(photo(), 'media')).toEqual(['attach']);
    expect(effectsIn(after(aThread(), aCustomerMessage({ content: PHOTO })), 'media')).toEqual(['attach']);
  });

  test('is awaited by nobody where there is none', () => {
    expect(effectsIn(after(aThreadWith(), aCustomerMessage()), 'media')).toEqual([]);
  });

  test('that is on the request is kept with its message, and Jira’s copy need not wait any longer', () => {
    const thread = attached(fetching());
    expect(mediaIn(thread)).toEqual({ ...PHOTO.media, file: FILE });
    expect(mirrorOf(thread)?.notBefore ?? NOW).toBe(NOW);
    expect(effectsIn(thread, 'media')).toEqual([]);
  });

  test('told of twice is kept once', () => {
    const thread = fetching();
    const once = attached(thread);
    const twice = after(
      once,
      endedWith(thread, 'media', { kind: 'attached', message: KEY, file: { ...FILE, attachmentId: '10' } }),
    );
    expect(mediaIn(twice)?.file).toEqual(FILE);
  });

  test('that cannot be had is kept as missing, and Jira’s copy goes on without it', () => {
    const thread = notAttached(fetching());
    expect(mediaIn(thread)).toEqual({ ...PHOTO.media, missing: 'gone' });
    expect(mirrorOf(thread)?.notBefore ?? NOW).toBe(NOW);
  });
});

describe('a file whose message Jira tells of already', () => {
  const copied = () => {
    const thread = fetching();
    const active = Object.fromEntries(
      Object.entries(thread.head.active).map(([slot, one]) => [slot, { ...one, mirrored: 2 }]),
    );
    const head = { ...thread.head, active };
    return withLaneOf({ ...thread, head }, 'jira', { queue: [] });
  };

  test('is shown afterwards', () => {
    expect(effectsIn(attached(copied()), 'jira')).toEqual(['show-file']);
  });

  test('is not shown where it could not be had', () => {
    expect(effectsIn(notAttached(copied()), 'jira')).toEqual([]);
  });
});

describe('fetching again', () => {
  const again = { kind: 'fetch-again', message: KEY } as const;

  test('tries a missing file once more, pressed twice too', () => {
    const thread = after(notAttached(fetching()), again, again);
    expect(effectsIn(thread, 'media')).toEqual(['attach']);
    expect(mediaIn(thread)).toEqual(PHOTO.media);
  });

  test('leaves a file alone that is there or on its way', () => {
    const there = attached(fetching());
    expect(after(there, again)).toBe(there);
    const onItsWay = photo();
    expect(after(onItsWay, again)).toBe(onItsWay);
  });
});

test('a request that was created hurries the files that waited for it', () => {
  const waiting = withLaneOf(after(aThread(), aCustomerMessage({ content: PHOTO })), 'media', {
    queue: [anEffect({ kind: 'attach', message: messageKey(FIRST, 1) }, { notBefore: NOW + 60_000 })],
  });
  const creating = after(waiting, starting('jira'));
  const created = at(
    NOW,
    creating,
    endedWith(creating, 'jira', {
      kind: 'request-created',
      request: REQUEST,
      upTo: 1,
      copy: { phase: 'description', description: { hash: 'h', lastAt: NOW } },
      facts: '',
    }),
  );
  expect(created.head.lanes.media.queue[0]?.notBefore).toBe(NOW);
});

describe('a file of a conversation that waits for triage', () => {
  const onTriage = aMoment(NOW, { createRequest: 'on-triage' });
  const decided = (thread: Thread, ...events: readonly ConversationEvent[]) =>
    events.reduce((current, event) => decide(current, event, onTriage), thread);
  const later = { kind: 'later', at: NOW + 60_000, waiting: true } as const;
  const taken = () => decided(aThread(), aCustomerMessage({ content: PHOTO }), starting('media'));
  const resting = () => decided(taken(), endedWith(taken(), 'media', later));
  const triage = { kind: 'triage', conversation: FIRST } as const;
  const dismissal = { kind: 'order', conversation: FIRST, agent: BEN, order: { kind: 'close' } } as const;

  test('rests: nobody looks at it again and again', () => {
    expect(laneDueAt(resting().head.lanes.media)).toBeUndefined();
    expect(effectsIn(resting(), 'media')).toEqual(['attach']);
  });

  test('holds up no file of another conversation', () => {
    const { queue } = resting().head.lanes.media;
    const other = anEffect({ kind: 'attach', message: messageKey(SECOND, 1) }, { id: 'e9', conversation: SECOND });
    const both = withLaneOf(resting(), 'media', { queue: [...queue, other] });
    expect(decided(both, starting('media')).head.lanes.media.lease?.effect).toBe('e9');
  });

  test('is fetched once somebody leads the conversation into a request', () => {
    const thread = decided(resting(), { ...triage, request: REQUEST });
    expect(laneDueAt(thread.head.lanes.media)).toBe(NOW);
  });

  test('is fetched once a request was raised for the conversation', () => {
    const facts = { request: REQUEST, upTo: 1, copy: { phase: 'comments' }, facts: '' } as const;
    const thread = decided(resting(), triage, { kind: 'request-found', conversation: FIRST, ...facts });
    expect(laneDueAt(thread.head.lanes.media)).toBe(NOW);
  });

  test('is looked at again where the request came while it was looked for', () => {
    const thread = decided(taken(), { ...triage, request: REQUEST }, endedWith(taken(), 'media', later));
    expect(laneDueAt(thread.head.lanes.media)).toBe(NOW + 60_000);
  });

  test('is not fetched where somebody dismisses the conversation, even in the moment in which it is looked at', () => {
    expect(effectsIn(decided(resting(), dismissal), 'media')).toEqual([]);
    expect(effectsIn(decided(taken(), dismissal, endedWith(taken(), 'media', later)), 'media')).toEqual([]);
  });
});

describe('a file that nobody waits for', () => {
  const order = (kind: 'close' | 'lock') =>
    ({ kind: 'order', conversation: FIRST, agent: BEN, order: { kind } }) as const;
  const blocked = after(aThreadWith(), { kind: 'contact-block', conversation: FIRST, agent: BEN, blocked: true });
  const locked = after(aThreadWith(), order('close'), order('lock'));

  test.each([
    ['of a blocked customer', blocked],
    ['in a locked conversation', locked],
  ])('%s is not fetched before an agent asks for it, and its row says so', (_, thread) => {
    const written = after(thread, aCustomerMessage({ content: PHOTO }));
    expect(effectsIn(written, 'media')).toEqual([]);
    expect(mediaIn(written)).toEqual({ ...PHOTO.media, missing: 'unwanted' });

    const asked = after(written, { kind: 'fetch-again', message: KEY });
    expect(effectsIn(asked, 'media')).toEqual(['attach']);
    expect(mediaIn(asked)).toEqual(PHOTO.media);
  });
});
