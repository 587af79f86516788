import fc from 'fast-check';
import { parsePhoneNumber } from '../../../src/domain/ids';
import { summaryOf } from '../../../src/domain/text/summary';

const phone = { kind: 'phone', phone: parsePhoneNumber('+4915117607506')! } as const;
const user = { kind: 'whatsapp-user', userId: 'DE.9988776655443' } as const;

test('the summary names channel and digits, without a plus', () => {
  expect(summaryOf('whatsapp', phone, 'Ana')).toBe('WhatsApp request from 4915117607506');
  expect(summaryOf('sms', phone)).toBe('SMS request from 4915117607506');
});

test('without a number it names the person, on one line', () => {
  expect(summaryOf('whatsapp', user, ' Ana\r\n\u0000 Horvat ')).toBe('WhatsApp request from Ana Horvat');
});

test('without a number and a name it ends in the last 6 characters of the id', () => {
  expect(summaryOf('whatsapp', user)).toBe('WhatsApp request from 655443');
  expect(summaryOf('whatsapp', user, ' \n ')).toBe('WhatsApp request from 655443');
});

test('whatever the name, Jira takes the summary: one line of 255 characters at most', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (name) => {
      const summary = summaryOf('whatsapp', user, name);
      expect(summary.length).toBeLessThanOrEqual(255);
      expect(summary).not.toMatch(/[\n\r\p{Surrogate}]/u);
    }),
    { examples: [['😀'.repeat(300)]] },
  );
});
