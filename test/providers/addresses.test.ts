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

test.each([
  ['+72727', '72727'],
  ['3859919033271234', '3859919033271234'],
  ['0991903327', '0991903327'],
  ['@BANK', 'BANK'],
  ['<script>', 'script'],
  ['two\nlines', 'two lines'],
  ['a'.repeat(21), 'a'.repeat(20)],
])('an SMS from %j is kept, from %s', (raw, sender) => {
  expect(smsSender(undefined, raw)).toEqual({ kind: 'sender', sender });
});

test.each(['72727', '116117'])('the short code %s is no phone number with a country code', (digits) => {
  expect(smsSender(parsePhoneNumber(`+${digits}`), digits)).toEqual({ kind: 'sender', sender: digits });
});

test('the shortest phone numbers of the world are some', () => {
  const niue = parsePhoneNumber('+6834000')!;
  expect(smsSender(niue, '6834000')).toEqual({ kind: 'phone', phone: niue });
});

test.each([undefined, '', ' ', '+'])('%j is nobody that an SMS could be from', (raw) => {
  expect(smsSender(undefined, raw)).toBeUndefined();
});

test('whatever stands there, a sender is short, on one line and without markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (raw) => {
      const found = smsSender(undefined, raw);
      if (found?.kind === 'sender') expect(found.sender).toMatch(/^[^\n<>]{1,20}$/);
    }),
  );
});
