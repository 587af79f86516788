import fc from 'fast-check';
import { parsePhoneNumber, type PhoneNumber } from '../../src/domain/ids';
import { canonicalPhone, spellings } from '../../src/domain/phoneSpellings';

const phone = (raw: string): PhoneNumber => {
  const read = parsePhoneNumber(raw);
  if (!read) throw new Error(`not a phone number: ${raw}`);
  return read;
};

test.each([
  ['Brazil’s ninth digit', '+551187654321', '+5511987654321'],
  ['Mexico’s 1', '+5215512345678', '+525512345678'],
  ['Argentina’s 9', '+5491123456789', '+541123456789'],
  ['Argentina’s 15', '+54111523456789', '+541123456789'],
  ['a trunk zero', '+4402071234567', '+442071234567'],
])('A3 %s makes no other person', (_, given, same) => {
  expect(canonicalPhone(phone(given))).toBe(canonicalPhone(phone(same)));
});

test.each(['+551133334444', '+5511954321234', '+390612345678', '+491701234567', '+12025550123', '+8613800138000'])(
  'A3 %s is its own canonical spelling',
  (given) => {
    expect(canonicalPhone(phone(given))).toBe(given);
    expect(spellings(phone(given))).toEqual([given]);
  },
);

test('A3 a Brazilian landline is no mobile that lost its 9', () => {
  expect(canonicalPhone(phone('+551143214321'))).not.toBe(canonicalPhone(phone('+5511943214321')));
});

/** Numbers of the countries with exceptions, and any others. */
const phones = fc
  .tuple(
    fc.constantFrom('', '55', '52', '521', '54', '549', '5411', '5515', '44', '39', '1', '7'),
    fc.nat(9_999_999_999),
  )
  .map(([country, rest]) => parsePhoneNumber(`+${country}${rest}`))
  .filter((read) => read !== undefined);

test('A3 the canonical spelling of a canonical spelling is itself', () => {
  fc.assert(
    fc.property(phones, (given) => {
      expect(canonicalPhone(canonicalPhone(given))).toBe(canonicalPhone(given));
    }),
  );
});

test('A3 all spellings of one phone have one canonical spelling, and each lists it and itself', () => {
  fc.assert(
    fc.property(phones, (given) => {
      const canonical = canonicalPhone(given);
      for (const spelt of spellings(given)) {
        expect(canonicalPhone(spelt)).toBe(canonical);
        expect(spellings(spelt)).toEqual(expect.arrayContaining([spelt, canonical]));
      }
    }),
  );
});
