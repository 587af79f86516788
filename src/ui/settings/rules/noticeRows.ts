import type { Rules } from './field';

type StatusNotice = Rules['statusNotices'][number];
type StatusCategory = Extract<StatusNotice['on'], { readonly category: string }>['category'];

/** A notice as it is edited: `on` is `category:<key>` or `status:<name>`, with its text in one language. */
export type NoticeRow = {
  readonly id: number;
  readonly on: string;
  readonly language: string;
  readonly text: string;
};

const CATEGORIES: readonly StatusCategory[] = ['new', 'indeterminate', 'done'];

export const rowsOf = (notices: readonly StatusNotice[]): readonly NoticeRow[] =>
  notices
    .flatMap(({ on, text }) =>
      Object.entries(text).map(([language, said]) => ({ on: keyOf(on), language, text: said })),
    )
    .map((row, id) => ({ id, ...row }));

/** Rows of one status are one notice with a text per language; of two rows with the same language the later one counts. */
export function noticesOf(rows: readonly NoticeRow[]): readonly StatusNotice[] {
  const texts = new Map<string, Record<string, string>>();
  for (const { on, language, text } of rows) texts.set(on, { ...texts.get(on), [language]: text });
  return [...texts].map(([on, text]) => ({ on: placeIn(on), text }));
}

/** A further row begins with a category that no row has yet. */
export function emptyRow(rows: readonly NoticeRow[]): NoticeRow {
  const free = CATEGORIES.toReversed().find((category) => rows.every(({ on }) => on !== `category:${category}`));
  const id = Math.max(-1, ...rows.map((row) => row.id)) + 1;
  return { id, on: `category:${free ?? 'done'}`, language: rows.at(-1)?.language ?? 'en', text: '' };
}

/** What a notice can be for: the categories, the project's statuses, and what it is for already. */
export const placesFor = (statuses: readonly string[], { on }: NoticeRow): readonly string[] => [
  ...new Set([
    ...CATEGORIES.map((category) => `category:${category}`),
    ...statuses.map((name) => `status:${name}`),
    on,
  ]),
];

const keyOf = (on: StatusNotice['on']): string =>
  'category' in on ? `category:${on.category}` : `status:${on.status}`;

function placeIn(key: string): StatusNotice['on'] {
  const category = CATEGORIES.find((one) => key === `category:${one}`);
  return category ? { category } : { status: key.slice('status:'.length) };
}
