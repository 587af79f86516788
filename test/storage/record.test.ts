import { z } from 'zod';
import { NewerRecord, readRecord, type RecordKind } from '../../src/storage/record';

type Window = { readonly version: 3; readonly hours: number; readonly name: string };

const WINDOW: RecordKind<Window> = {
  name: 'window',
  version: 3,
  schema: z.object({ version: z.literal(3), hours: z.number(), name: z.string() }),
  upgrades: {
    1: ({ days }) => ({ hours: Number(days) * 24 }),
    2: (older) => ({ ...older, name: 'unnamed' }),
  },
};

test('a record of this version is read as it is', () => {
  expect(readRecord(WINDOW, { version: 3, hours: 24, name: 'day' })).toEqual({ version: 3, hours: 24, name: 'day' });
});

test('an older record is upgraded step by step', () => {
  expect(readRecord(WINDOW, { version: 1, days: 2 })).toEqual({ version: 3, hours: 48, name: 'unnamed' });
});

test('a newer record is not touched: its reader waits for newer code', () => {
  const read = () => readRecord(WINDOW, { version: 4, hours: 24, name: 'day' });

  expect(read).toThrow(NewerRecord);
  expect(read).toThrow('window has version 4, this code knows 3');
});

test('an older record without an upgrade is an error, not a guess', () => {
  expect(() => readRecord({ ...WINDOW, upgrades: {} }, { version: 1 })).toThrow(
    'window of version 1 cannot be upgraded',
  );
});

test('a malformed record names its fields and never its values', () => {
  const read = () => readRecord(WINDOW, { version: 3, hours: '+4915117607506', name: 1 });

  expect(read).toThrow('malformed window: hours invalid_type, name invalid_type');
});

test('a record without a version is malformed', () => {
  expect(() => readRecord(WINDOW, { hours: 24 })).toThrow('it has no version');
});
