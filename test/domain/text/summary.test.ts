import fc from 'fast-check';
import { parsePhoneNumber } from '../../../src/domain/ids';
import { COMMENTS_AND_OMNICHAT } from '../../../src/domain/presets';
import { SUMMARY_PLACEHOLDERS } from '../../../src/domain/text/placeholders';
import { summaryOf, type SummaryFacts } from '../../../src/domain/text/summary';

const phone = { kind: 'phone', phone: parsePhoneNumber('+4915117607506')! } as const;
const user = { kind: 'whatsapp-user', userId: 'DE.9988776655443' } as const;
const ana: SummaryFacts = { channel: 'whatsapp', address: phone, name: 'Ana Horvat', text: 'My router\nis down' };
const standard = COMMENTS_AND_OMNICHAT.summary;

test('X17, S2-04 the summary names channel and digits, without a plus', () => {
  expect(summaryOf(standard, ana)).toBe('WhatsApp request from 4915117607506');
  expect(summaryOf(standard, { ...ana, channel: 'sms', name: undefined })).toBe('SMS request from 4915117607506');
});

test('X17 a rule of its own words it otherwise, on one line', () => {
  expect(summaryOf('{name} (…{last4}, {channel}):\n{text}', ana)).toBe(
    'Ana Horvat (…7506, WhatsApp): My router is down',
  );
});

test('X17 without a number it names the person, on one line', () => {
  const named = { ...ana, address: user, name: ' Ana\r\n\u0000 Horvat ' };
  expect(summaryOf(standard, named)).toBe('WhatsApp request from Ana Horvat');
});

test('X17 without a number and a name it ends in the last 6 characters of the id', () => {
  expect(summaryOf('{digits} {last4} {name}', { ...ana, address: user, name: ' \n ' })).toBe('655443 655443 655443');
});

test('X17 without a name the name is the number', () => {
  expect(summaryOf('{name}', { ...ana, name: undefined })).toBe('4915117607506');
});

test('X17 the first message stands in it shortened', () => {
  expect(summaryOf('{text}', { ...ana, text: 'a'.repeat(101) })).toBe(`${'a'.repeat(99)}…`);
});

test('X17 what a customer writes is never taken for a placeholder', () => {
  expect(summaryOf('{text}', { ...ana, text: '{digits}' })).toBe('{digits}');
});

test('X17 a summary of nothing visible names the caller', () => {
  expect(summaryOf('\u0000', ana)).toBe('4915117607506');
});

test('X17 whatever the rule, the name and the message, Jira takes the summary: one line of 1 to 255 characters', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 600 });
  const placeholder = fc.constantFrom(...SUMMARY_PLACEHOLDERS).map((name) => `{${name}}`);
  const anyFormat = fc.array(fc.oneof(placeholder, anyText), { maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(anyFormat, anyText, anyText, (format, name, text) => {
      const summary = summaryOf(format, { ...ana, address: user, name, text });
      expect(summary.trim()).not.toBe('');
      expect(summary.length).toBeLessThanOrEqual(255);
      expect(summary).not.toMatch(/[\n\r\p{Surrogate}]/u);
    }),
    { examples: [['{name}', '😀'.repeat(300), '']] },
  );
});
