import fc from 'fast-check';
import { bearsMark, fileName } from '../../../src/domain/text/fileName';

const named = (given?: string) =>
  fileName({ kind: 'document', ...(given !== undefined && { fileName: given }) }, { mark: '1a2b3c', ending: 'pdf' });

test('whatever a customer calls a file, its name is no path, is short and bears the mark', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
      const name = named(given);
      expect(name).not.toMatch(/[/\\:*?"<>|\p{C}\p{Zl}\p{Zp}]/u);
      expect(name).not.toMatch(/^[.\s-]*$/);
      expect(name.startsWith('.')).toBe(false);
      expect(name.length).toBeLessThanOrEqual(100);
      // Throws where half a character was cut off.
      expect(() => encodeURIComponent(name)).not.toThrow();
      expect(bearsMark(name, '1a2b3c')).toBe(true);
    }),
  );
});

test.each([
  ['Invoice 2026.pdf', 'Invoice 2026-1a2b3c.pdf'],
  ['../../etc/passwd', 'etc passwd-1a2b3c.pdf'],
  ['photo.pdf.exe', 'photo.pdf-1a2b3c.pdf'],
  ['a\u202Egpj.exe', 'a gpj-1a2b3c.pdf'],
  ['računič ž.pdf', 'računič ž-1a2b3c.pdf'],
  ['', 'document-1a2b3c.pdf'],
  [undefined, 'document-1a2b3c.pdf'],
])('%j is kept as %j', (given, kept) => {
  expect(named(given)).toBe(kept);
});

test('the mark of another message is not borne', () => {
  expect(bearsMark(named('1a2b3c'), '3c2b1a')).toBe(false);
  expect(bearsMark('report-1a2b3c-final.pdf', '1a2b3c')).toBe(false);
});
