import { z } from 'zod';
import { cleanText, shorten } from '../domain/text/cleanText';

// Platform: errorMessages and errors by field. JSM: one errorMessage, localised (jira.md 1.5).
const ErrorBody = z.object({
  errorMessages: z.array(z.string()).catch([]),
  errors: z.record(z.string(), z.string()).catch({}),
  errorMessage: z.string().catch(''),
});

/** Jira's own words for a refusal, for the administrator. The gateway's HTML pages are no words of Jira's. */
export function jiraText(body: unknown): string | undefined {
  if (typeof body === 'string') return /^\s*</.test(body) ? undefined : tidy(body);
  const read = ErrorBody.safeParse(body);
  if (!read.success) return undefined;
  const { errorMessages, errors, errorMessage } = read.data;
  const byField = Object.entries(errors).map(([field, text]) => `${field}: ${text}`);
  return tidy([...errorMessages, ...byField, errorMessage].filter((text) => text !== '').join(' '));
}

export function refusedFields(body: unknown): readonly string[] {
  const read = ErrorBody.safeParse(body);
  return read.success ? Object.keys(read.data.errors) : [];
}

const tidy = (text: string): string | undefined => shorten(cleanText(text).trim(), 500) || undefined;
