import type { ParsedWebhook, ProviderEvent } from './providerEvent';

/** The provider tells that a template is another than it was, or may be sent now, or no more. */
export const TEMPLATES_CHANGED = { kind: 'templates-changed' } as const;

/** What one part of a body tells: an event, that templates changed, or the reason why there is none, for the log. */
export type Outcome = ProviderEvent | typeof TEMPLATES_CHANGED | string;

export function parsedWebhook(outcomes: readonly Outcome[]): ParsedWebhook {
  return {
    events: outcomes.filter((one) => typeof one !== 'string' && one.kind !== 'templates-changed'),
    ignored: outcomes.filter((one) => typeof one === 'string'),
    ...(outcomes.includes(TEMPLATES_CHANGED) && { templatesChanged: true }),
  };
}
