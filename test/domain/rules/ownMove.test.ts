import { decide } from '../../../src/domain/decide';
import type { Transition } from '../../../src/domain/effect';
import type { ProjectSettings } from '../../../src/domain/settings';
import type { Thread } from '../../../src/domain/thread';
import {
  aMoment,
  anEffect,
  anInbound,
  aThreadWith,
  BEN,
  effectsIn,
  FIRST,
  NOW,
  REQUEST,
  SECOND,
  theActive,
  withLaneOf,
} from '../../support/builders';
import { aStatus, DONE, endedWith, IN_PROGRESS, starting } from '../../support/eventBuilders';

const CLOSE = { kind: 'transition', because: 'close', status: 'Resolved', person: BEN } as const;
const ANSWERED = { kind: 'transition', because: 'agent-answered', status: 'Resolved' } as const;
const CLOSED = { state: 'closed', closed: { at: NOW - 1_000, source: 'user', by: BEN, beside: true } } as const;
const TOLD: Partial<ProjectSettings> = {
  closeTransition: { status: 'Resolved', resolution: '' },
  statusNotices: [{ on: { category: 'done' }, text: { en: '{key} is {status}' } }],
};

/** The request was moved: nobody but the result tells us. */
function movedTo(thread: Thread, work: Transition, { status = DONE, rules = {}, at = NOW }: Wish = {}): Thread {
  const waiting = withLaneOf(thread, 'jira', { queue: [anEffect(work)] });
  const started = decide(waiting, starting('jira'), aMoment());
  const move = { issueId: REQUEST.issueId, status, at, ...(work.person && { by: work.person }) };
  return decide(started, endedWith(started, 'jira', { kind: 'moved', move }), aMoment(NOW + 500, rules));
}
type Wish = { status?: typeof DONE; rules?: Partial<ProjectSettings>; at?: number };

test('X9 a conversation whose close moved the request is opened again by moving it back', () => {
  const thread = movedTo(aThreadWith(CLOSED), CLOSE);
  expect(thread.conversations[FIRST]?.closed).toEqual({ at: NOW - 1_000, source: 'user', by: BEN });
  const back = decide(thread, aStatus(false, { at: NOW + 60_000 }), aMoment(NOW + 60_000));
  expect(theActive(back).id).toBe(FIRST);
});

test('X8 a close that moved the request to a status that closes nothing stays beside it', () => {
  const thread = movedTo(aThreadWith(CLOSED), CLOSE, { status: IN_PROGRESS });
  expect(thread.conversations[FIRST]?.closed).toEqual(CLOSED.closed);
});

test('X3 the move that the close button orders is told to the customer once, heard of twice or not', () => {
  const thread = movedTo(aThreadWith(CLOSED), CLOSE, { rules: TOLD, at: NOW - 1_000 });
  const again = decide(thread, aStatus(true, { at: NOW }), aMoment(NOW + 1_000, TOLD));
  const later = decide(again, { kind: 'time' }, aMoment(NOW + 30_000, TOLD));
  expect(effectsIn(later, 'phone')).toEqual(['send-message']);
  expect(Object.values(later.messages).at(-1)).toMatchObject({ content: { text: 'SUP-1 is Resolved' } });
});

test('X8 a rule that moves an answered request to Done closes its conversation, and what came since follows it', () => {
  const late = anInbound({ sequence: 2, receivedAt: NOW + 100 });
  const known = aThreadWith({ messages: 2 });
  const thread = movedTo({ ...known, messages: { ...known.messages, [late.key]: late } }, ANSWERED);
  expect(thread.conversations[FIRST]?.closed).toEqual({ at: NOW, source: 'automation' });
  expect(theActive(thread)).toMatchObject({ id: SECOND, messages: 1, follows: REQUEST });
});

test('X9 a rule that moves a request that goes on leaves the next Done its say, whatever the moment', () => {
  const thread = movedTo(aThreadWith(), { ...ANSWERED, status: 'In Progress' }, { status: IN_PROGRESS, rules: TOLD });
  expect(theActive(thread)).not.toHaveProperty('openAt');
});

test('X9 a move that a reopening has overtaken closes nothing', () => {
  const thread = movedTo(aThreadWith({ openAt: NOW + 100 }), CLOSE);
  expect(theActive(thread)).toMatchObject({ id: FIRST, state: 'active' });
});

test('a result that comes twice is heard once', () => {
  const thread = movedTo(aThreadWith(CLOSED), CLOSE);
  const result = { kind: 'moved', move: { issueId: REQUEST.issueId, status: DONE, at: NOW } } as const;
  const again = { kind: 'ended', lane: 'jira', effect: 'e1', conversation: FIRST, result } as const;
  expect(decide(thread, again, aMoment(NOW + 900))).toBe(thread);
});
