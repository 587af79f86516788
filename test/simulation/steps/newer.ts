import type { Run } from '../books';
import { noteLog } from '../logLines';
import type { Aged, WorldStep } from '../story';

const NEWER = 99;

/** A record as it lies in the store: of entities what they hold beside the indexed attributes. */
type Doc = Record<string, unknown> & { version: number };
type Lying = Readonly<Record<string, readonly { readonly record?: { readonly value: unknown } }[]>>;

/** The n-th record of its kind is now one that a newer version of the app wrote. */
export function becomesNewer(run: Run, { head, of = 'head' }: Extract<WorldStep, { kind: 'newer' }>): void {
  const names = namesOf(run, of).filter((name) => !isOutOfDate(run, name));
  const name = names[head % Math.max(1, names.length)];
  const doc = name === undefined ? undefined : docOf(run, name);
  if (name === undefined || !doc || run.books.newer.has(name)) return;
  doc.version = NEWER;
  run.books.newer.set(name, { was: JSON.stringify(doc), since: run.world.agenda.now() });
}

/** The newer version is installed everywhere. What met a record of it counts as trouble. */
export function versionsMeet({ world, faults, books }: Run): void {
  noteLog(books.log, world.platform.logs);
  for (const [name, { since }] of books.newer) {
    Object.assign(docOf({ world }, name) ?? {}, { version: 1 });
    if (!books.log.newerAt.some((at) => at >= since)) continue;
    faults.count('record of a newer version');
    books.met.push({ name, since });
  }
  books.newer.clear();
}

const ENTITIES: readonly string[] = ['head', 'contact', 'message'] satisfies readonly Aged[];

/** Keys of all kinds begin with the kind. */
export function docOf({ world }: Pick<Run, 'world'>, name: string): Doc | undefined {
  const { entities, plain } = world.state.platform.kvs;
  const kind = kindOf(name);
  if (!ENTITIES.includes(kind)) return valueAt(plain, name) as Doc | undefined;
  return (valueAt(entities[kind] ?? {}, name) as { doc: Doc } | undefined)?.doc;
}

const kindOf = (name: string): string => name.split(':')[0] ?? '';

const valueAt = (records: Lying, name: string): unknown => records[name]?.at(-1)?.record?.value;

function namesOf({ world }: Run, kind: Aged): readonly string[] {
  const { entities, plain } = world.state.platform.kvs;
  const records = ENTITIES.includes(kind) ? (entities[kind] ?? {}) : plain;
  return Object.keys(records).filter((name) => kindOf(name) === kind);
}

/** An active conversation stands in its head: what lies under its own key is older, whoever wrote it. */
function isOutOfDate({ world }: Run, name: string): boolean {
  const heads = Object.keys(world.state.platform.kvs.entities.head ?? {});
  return heads.some((head) => {
    const { active = {} } = docOf({ world }, head) as unknown as { active?: Record<string, { id: string }> };
    return Object.values(active).some(({ id }) => name === `conversation:${id}`);
  });
}
