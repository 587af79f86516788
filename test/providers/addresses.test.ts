import fc from 'fast-check';
import { parsePhoneNumber } from '../../src/domain/ids';
import { smsSender } from '../../src/providers/addresses';

const phone = parsePhoneNumber('+385991903327')!;

test('an SMS from a phone number is from that number', () => {
  expect(smsSender(phone, '385991903327')).toEqual({ kind: 'phone', phone });
});

test.each(['BANK', 'Müller & Co', '72727', '116117', 'A1-Info'])('an SMS from %s is kept, from a sender', (sender) => {
  expect(smsSender(undefined, ` ${sender} `)).toEqual({ kind: 'sender', sender });
});

test.each([undefined, '', ' ', '3859919033271234', '+', '<script>', 'a'.repeat(21), 'two\nlines'])(
  '%j is nobody that an SMS could be from',
  (raw) => {
    expect(smsSender(undefined, raw)).toBeUndefined();
  },
);

test('whatever stands there, a sender is short, on one line and without markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (raw) => {
      const found = smsSender(undefined, raw);
      if (found?.kind === 'sender') expect(found.sender).toMatch(/^[^\n<>]{1,20}$/);
    }),
  );
});
