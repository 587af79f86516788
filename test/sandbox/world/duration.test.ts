import fc from 'fast-check';
import { durationMs } from '../../../sandbox/world/duration';

test.each([
  ['PT25H', 25 * 3_600_000],
  ['P1D', 86_400_000],
  ['P1W', 604_800_000],
  ['PT1.5S', 1_500],
  ['P1DT2H3M4S', 93_784_000],
  ['PT0S', 0],
])('%s is %d milliseconds', (text, ms) => expect(durationMs(text)).toBe(ms));

test.each(['', 'P', 'PT', '25H', 'PT25', 'P1Y', '-PT1H', 'PT1H30', '25 hours'])('%j is no duration', (text) =>
  expect(durationMs(text)).toBeUndefined(),
);

test('hours and minutes add up', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(10_000), (hours, minutes) => {
      expect(durationMs(`PT${hours}H${minutes}M`)).toBe((hours * 60 + minutes) * 60_000);
    }),
  );
});
