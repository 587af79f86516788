import { sameSecret } from '../../src/storage/sameSecret';

test('the same secret is the same, and nothing else is', () => {
  expect(sameSecret('s3cret', 's3cret')).toBe(true);
  for (const other of ['s3cres', 's3cre', 's3cret ', '', 'S3cret']) expect(sameSecret('s3cret', other)).toBe(false);
});

test('secrets of any length and alphabet may be compared', () => {
  expect(sameSecret('', '')).toBe(true);
  expect(sameSecret('ž'.repeat(10_000), 'ž'.repeat(10_000))).toBe(true);
  expect(sameSecret('ž'.repeat(10_000), 'z')).toBe(false);
});
