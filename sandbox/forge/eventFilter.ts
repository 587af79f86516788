import { evaluateExpression } from './expression';
import type { EventFilter } from './manifest';

/** Whether a trigger with this filter receives the event. `problem` is a line for the log. */
export function receives(
  filter: EventFilter | undefined,
  event: Readonly<Record<string, unknown>>,
): { readonly receives: boolean; readonly problem?: string } {
  if (filter?.ignoreSelf && event.selfGenerated === true) return { receives: false };
  if (filter?.expression === undefined) return { receives: true };
  try {
    const result = evaluateExpression(filter.expression, { event });
    if (typeof result !== 'boolean') throw new Error(`it gives no truth value but ${JSON.stringify(result)}`);
    return { receives: result };
  } catch (error) {
    const { onError = 'IGNORE_AND_LOG' } = filter;
    const problem = `the filter ${filter.expression} failed: ${(error as Error).message}`;
    return { receives: onError.startsWith('RECEIVE'), ...(onError.endsWith('LOG') && { problem }) };
  }
}
