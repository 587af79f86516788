/** Readers of unknown JSON that answer with what is there and nothing else. */
export type Json = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const record = (value: unknown): Json => (isRecord(value) ? value : {});
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const text = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
};

/** A whole number from a query string or a body; `fallback` when absent or unreadable. */
export const wholeNumber = (value: unknown, fallback: number): number => {
  const number = Number(text(value) ?? Number.NaN);
  return Number.isInteger(number) && number >= 0 ? number : fallback;
};

/** The page of `items` that `startAt` and `maxResults` name, never more than `cap`. */
export function pageOf<Item>(
  items: readonly Item[],
  ask: { startAt: unknown; maxResults: unknown; standard: number; cap: number },
) {
  const startAt = wholeNumber(ask.startAt, 0);
  const maxResults = Math.min(wholeNumber(ask.maxResults, ask.standard), ask.cap);
  return { startAt, maxResults, total: items.length, values: items.slice(startAt, startAt + maxResults) };
}
