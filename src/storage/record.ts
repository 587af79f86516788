import type { z } from 'zod';
import type { Stored } from '../app/ports';

/**
 * A record written by newer code than this. It is neither read nor written: whoever meets it lets the event come again
 * (web trigger: 503, queue: after 60 s), by when the new code runs.
 */
export class NewerRecord extends Error {
  constructor(record: string, found: number, known: number) {
    super(`${record} has version ${found}, this code knows ${known}`);
    this.name = 'NewerRecord';
  }
}

/** How a kind of record is read. `upgrades[n]` turns a value of version n into one of version n + 1. */
export type RecordKind<Value> = {
  readonly name: string;
  readonly version: number;
  readonly schema: z.ZodType<Value>;
  readonly upgrades?: Readonly<Record<number, (older: Stored) => Stored>>;
};

/** @throws NewerRecord, or an Error naming the wrong fields (never their values) when the value is not of this kind. */
export function readRecord<Value>(kind: RecordKind<Value>, stored: Stored): Value {
  const parsed = kind.schema.safeParse(upgraded(kind, stored));
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`);
  throw new Error(`malformed ${kind.name}: ${wrong.join(', ')}`);
}

function upgraded<Value>(kind: RecordKind<Value>, stored: Stored): Stored {
  const found = stored.version;
  if (typeof found !== 'number') throw new Error(`malformed ${kind.name}: it has no version`);
  if (found > kind.version) throw new NewerRecord(kind.name, found, kind.version);
  let value = stored;
  for (let version = found; version < kind.version; version += 1) {
    const upgrade = kind.upgrades?.[version];
    if (!upgrade) throw new Error(`${kind.name} of version ${version} cannot be upgraded`);
    value = { ...upgrade(value), version: version + 1 };
  }
  return value;
}
