import { decide } from '../../../src/domain/decide';
import { headDueAt } from '../../../src/domain/rules/lanes';
import { aMoment, aThread, aThreadWith, FIRST, NOW, theActive } from '../../support/builders';
import { anAnswer, aCustomerMessage } from '../../support/eventBuilders';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const fiveDays = (now: number) => aMoment(now, { closeAfterDays: 5 });
const time = { kind: 'time' } as const;

test('X8 a conversation in which nobody writes for the days of the setting closes by itself', () => {
  const asked = decide(aThread(), aCustomerMessage(), fiveDays(NOW));
  expect(decide(asked, time, fiveDays(NOW + 5 * DAY - 1))).toBe(asked);
  const { head, conversations } = decide(asked, time, fiveDays(NOW + 5 * DAY));
  expect(head.active).toEqual({});
  expect(conversations[FIRST]).toMatchObject({ state: 'closed', closed: { at: NOW + 5 * DAY, source: 'time' } });
});

test('X8 an answer of an agent starts the days again', () => {
  const asked = decide(aThreadWith(), aCustomerMessage(), fiveDays(NOW));
  const answered = decide(asked, anAnswer(), fiveDays(NOW + HOUR));
  expect(answered.head.timers).toEqual([
    { kind: 'silence', conversation: FIRST, at: NOW + HOUR + 5 * DAY, since: NOW + HOUR },
  ]);
  expect(theActive(decide(answered, time, fiveDays(NOW + 5 * DAY)))).toMatchObject({ id: FIRST });
});

test('X8 a conversation stays open however long it is silent where the setting is off', () => {
  const asked = decide(aThread(), aCustomerMessage(), aMoment());
  expect(asked.head.timers).toEqual([]);
});

test('X8 a timer from before the setting was switched off closes nothing', () => {
  const asked = decide(aThread(), aCustomerMessage(), fiveDays(NOW));
  expect(theActive(decide(asked, time, aMoment(NOW + 9 * DAY)))).toMatchObject({ state: 'active' });
});

test('X8 a conversation waits on where the setting was given more days meanwhile', () => {
  const asked = decide(aThread(), aCustomerMessage(), fiveDays(NOW));
  const tenDays = (now: number) => aMoment(now, { closeAfterDays: 10 });
  const waiting = decide(asked, time, tenDays(NOW + 5 * DAY));
  expect(theActive(waiting)).toMatchObject({ id: FIRST });
  expect(headDueAt({ ...waiting.head, lanes: asked.head.lanes })).toBeLessThanOrEqual(NOW + 10 * DAY);
  expect(decide(waiting, time, tenDays(NOW + 10 * DAY)).conversations[FIRST]?.closed).toMatchObject({
    at: NOW + 10 * DAY,
    source: 'time',
  });
});

test('X8 X19 what waits for triage waits on, and closes by itself only once somebody decided about it', () => {
  const onTriage = (now: number) => aMoment(now, { closeAfterDays: 5, createRequest: 'on-triage' });
  const asked = decide(aThread(), aCustomerMessage(), onTriage(NOW));
  const waiting = decide(asked, time, onTriage(NOW + 5 * DAY));
  expect(theActive(waiting)).toMatchObject({ id: FIRST, untriaged: true });
  const decided = decide(waiting, { kind: 'triage', conversation: FIRST }, onTriage(NOW + 6 * DAY));
  expect(decide(decided, time, onTriage(NOW + 10 * DAY)).conversations[FIRST]).toMatchObject({ state: 'closed' });
});

test('X8 a timer that an earlier version left closes when it is due', () => {
  const asked = decide(aThread(), aCustomerMessage(), fiveDays(NOW));
  const [timer] = asked.head.timers;
  const { since: _, ...old } = timer ?? { kind: 'silence', conversation: FIRST, at: 0 };
  const left = { ...asked, head: { ...asked.head, timers: [old] } };
  expect(decide(left, time, fiveDays(NOW + 5 * DAY)).conversations[FIRST]?.state).toBe('closed');
});

test('a head with nothing but a timer is due when the timer is', () => {
  const asked = decide(aThreadWith(), aCustomerMessage(), fiveDays(NOW));
  const idle = { ...asked.head, lanes: { phone: { queue: [] }, jira: { queue: [] }, media: { queue: [] } } };
  expect(headDueAt(idle)).toBe(NOW + 5 * DAY);
});
