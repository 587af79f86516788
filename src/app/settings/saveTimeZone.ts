import { ok } from '../../domain/result';
import { changeSettings } from '../../storage/settings';
import { refuse, type Run } from '../call';

export const saveTimeZone: Run<'saveTimeZone'> = async ({ ports }, { projectId }, input) => {
  const timeZone = knownTimeZone(input.timeZone.trim());
  if (timeZone === undefined) return refuse('bad-time-zone');
  const saved = await changeSettings(ports.store, projectId, (settings) =>
    isTheirs(settings.timeZone, { from: input.from, timeZone })
      ? refuse('theirs-shown')
      : ok({ ...settings, timeZone }),
  );
  return saved.ok ? ok({}) : saved;
};

/** Did somebody else choose another one since this one was shown? */
const isTheirs = (now: string, { from, timeZone }: { from: string | undefined; timeZone: string }): boolean =>
  from !== undefined && now !== from && now !== timeZone;

/** An IANA name; bare offsets such as `+02:00` know no summer time and are refused. */
function knownTimeZone(name: string): string | undefined {
  if (!/^[A-Za-z]/.test(name)) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return timeZone.toLowerCase() === name.toLowerCase() ? timeZone : name;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
