import { ok } from '../../domain/result';
import { changeSettings } from '../../storage/settings';
import { refuse, type Run } from '../call';

export const saveTimeZone: Run<'saveTimeZone'> = async ({ ports }, { projectId }, input) => {
  const timeZone = knownTimeZone(input.timeZone.trim());
  if (timeZone === undefined) return refuse('bad-time-zone');
  await changeSettings(ports.store, projectId, (settings) => ok({ ...settings, timeZone }));
  return ok({});
};

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
