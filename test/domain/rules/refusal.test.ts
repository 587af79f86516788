import { lockRefusal, refusal, type Attempt } from '../../../src/domain/rules/refusal';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings';
import { aConversation, ANAS_PHONE, aThreadWith, BEN, NOW, NUMBER } from '../../support/builders';

const { head } = aThreadWith();
const sms = { channel: 'sms', number: NUMBER, address: ANAS_PHONE } as const;
const anAttempt = (more: Partial<Attempt> = {}): Attempt => ({
  head,
  conversation: aConversation(),
  carriage: { suppressed: false, maxCharacters: 4_096, numberRemoved: false },
  settings: DEFAULT_SETTINGS,
  text: 'On my way',
  now: NOW,
  ...more,
});
const carriage = (more: Partial<Attempt['carriage']>) => ({ ...anAttempt().carriage, ...more });

test('a text on an open way can be sent', () => {
  expect(refusal(anAttempt())).toBeUndefined();
  expect(
    refusal(anAttempt({ conversation: aConversation({ route: sms }), head: { ...head, lines: {} } })),
  ).toBeUndefined();
});

test.each<[string, Partial<Attempt>, object]>([
  [
    'a closed conversation',
    { conversation: aConversation({ state: 'closed', closed: { at: NOW, source: 'user' } }) },
    { reason: 'conversation-closed', at: NOW },
  ],
  [
    'S4-12 a locked conversation',
    {
      conversation: aConversation({
        state: 'closed',
        closed: { at: NOW - 1, source: 'user' },
        locked: { at: NOW, by: BEN },
      }),
    },
    { reason: 'conversation-locked', at: NOW },
  ],
  ['a paused conversation', { conversation: aConversation({ state: 'paused' }) }, { reason: 'conversation-paused' }],
  ['a removed number', { carriage: carriage({ numberRemoved: true }) }, { reason: 'number-removed' }],
  ['an opted-out customer', { carriage: carriage({ suppressed: true }) }, { reason: 'suppressed' }],
  [
    'an SMS to somebody without a number',
    { conversation: aConversation({ route: { ...sms, address: { kind: 'whatsapp-user', userId: 'HR.1' } } }) },
    { reason: 'no-address' },
  ],
  [
    'a WhatsApp user without a number where the provider reaches numbers only',
    {
      conversation: aConversation({
        route: { channel: 'whatsapp', number: NUMBER, address: { kind: 'whatsapp-user', userId: 'HR.1' } },
      }),
      carriage: carriage({ phonesOnly: true }),
    },
    { reason: 'no-address' },
  ],
  ['a customer who never wrote to this number', { head: { ...head, lines: {} } }, { reason: 'window-closed' }],
  ['empty text', { text: ' \t\n' }, { reason: 'empty' }],
  ['a text over the channel’s limit', { carriage: carriage({ maxCharacters: 8 }) }, { reason: 'too-long' }],
  [
    'an SMS of more parts than allowed',
    { conversation: aConversation({ route: sms }), text: 'x'.repeat(7 * 153 + 1) },
    { reason: 'too-many-parts' },
  ],
  [
    'an SMS of more parts than the provider takes',
    { conversation: aConversation({ route: sms }), text: 'x'.repeat(5 * 153 + 1), carriage: carriage({ maxParts: 5 }) },
    { reason: 'too-many-parts' },
  ],
])('%s is refused with its reason', (_, more, reason) => {
  expect(refusal(anAttempt(more))).toEqual(reason);
});

test('S2-44 X23 an SMS of exactly as many parts as allowed goes', () => {
  expect(
    refusal(anAttempt({ conversation: aConversation({ route: sms }), text: 'x'.repeat(7 * 153) })),
  ).toBeUndefined();
});

test('S1-04 S2-51 outside the window a text is refused, a template goes', () => {
  const late = anAttempt({ now: NOW + 25 * 3_600_000 });
  expect(refusal(late)?.reason).toBe('window-closed');
  expect(refusal({ ...late, isTemplate: true })).toBeUndefined();
});

test('the state is told before the way, the way before the text', () => {
  const everything = { carriage: carriage({ suppressed: true }), text: '' };
  expect(refusal(anAttempt({ ...everything, conversation: aConversation({ state: 'paused' }) }))?.reason).toBe(
    'conversation-paused',
  );
  expect(refusal(anAttempt(everything))?.reason).toBe('suppressed');
});

describe('right before the send', () => {
  const locked = { at: NOW, by: BEN };

  test('S4-12 what was said before the lock is kept back, also by a rule', () => {
    const refused = { reason: 'conversation-locked', at: NOW };
    expect(lockRefusal(locked, { via: 'tab', receivedAt: NOW - 1 })).toEqual(refused);
    expect(lockRefusal(locked, { via: 'rule', receivedAt: NOW - 1 })).toEqual(refused);
  });

  test('S4-12 what is said of the lock itself goes out, and where nothing is locked all does', () => {
    expect(lockRefusal(locked, { via: 'rule', receivedAt: NOW })).toBeUndefined();
    expect(lockRefusal(undefined, { via: 'tab', receivedAt: NOW })).toBeUndefined();
  });
});
