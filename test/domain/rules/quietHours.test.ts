import { quietRefusal } from '../../../src/domain/rules/quietHours';
import { aConversation, aMoment, ANAS_PHONE, BEN, NUMBER } from '../../support/builders';

const SMS = { channel: 'sms', number: NUMBER, address: ANAS_PHONE } as const;
const WHATSAPP = { ...SMS, channel: 'whatsapp' } as const;
const fresh = aConversation({ route: SMS, startedBy: BEN });
const quietHours = { from: '21:00', to: '08:00' };
const at = (iso: string, timeZone = 'UTC') => aMoment(Date.parse(iso), { quietHours, timeZone });
const BERLIN = 'Europe/Berlin';

test.each([
  ['2026-11-16T20:59:59Z', undefined],
  ['2026-11-16T21:00:00Z', '2026-11-17T08:00:00Z'],
  ['2026-11-17T07:59:59Z', '2026-11-17T08:00:00Z'],
  ['2026-11-17T08:00:00Z', undefined],
])('X6 an SMS out of the blue at %s waits until %s', (now, end) => {
  const refused = end && { reason: 'quiet-hours', at: Date.parse(end) };
  expect(quietRefusal(fresh, at(now))).toEqual(refused);
});

test('X6 nobody else waits: on WhatsApp, who has written, who wrote first, and where the hours are off', () => {
  const night = at('2026-11-16T23:00Z');
  expect(quietRefusal({ ...fresh, route: WHATSAPP }, night)).toBeUndefined();
  expect(quietRefusal({ ...fresh, heard: true }, night)).toBeUndefined();
  expect(quietRefusal(aConversation({ route: SMS }), night)).toBeUndefined();
  expect(quietRefusal(fresh, aMoment(night.now, { quietHours: null }))).toBeUndefined();
});

test('X6 the hours are those of the clock on the wall, also in the night in which it is changed', () => {
  const endIn = (iso: string) => quietRefusal(fresh, at(iso, BERLIN))?.at;
  expect(endIn('2026-03-28T22:00Z')).toBe(Date.parse('2026-03-29T06:00Z'));
  expect(endIn('2026-10-24T22:00Z')).toBe(Date.parse('2026-10-25T07:00Z'));
});

test('X6 a time zone this runtime does not know counts as UTC and throws nothing', () => {
  expect(quietRefusal(fresh, at('2026-11-16T21:00Z', 'Europe/Atlantis'))).toMatchObject({ reason: 'quiet-hours' });
});
