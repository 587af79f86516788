const ISO_DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const UNITS_MS = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1_000];

/** Milliseconds of an ISO 8601 duration of weeks, days, hours, minutes and seconds, e.g. `PT25H`; undefined for anything else. */
export function durationMs(text: string): number | undefined {
  const found = ISO_DURATION.exec(text);
  const parts = found?.slice(1).map((part) => (part ? Number(part) : undefined)) ?? [];
  if (!parts.some((part) => part !== undefined)) return undefined;
  return Math.round(parts.reduce<number>((sum, part, index) => sum + (part ?? 0) * (UNITS_MS[index] ?? 0), 0));
}
