import type { APIResponse } from '@forge/api';

/** Header names in lower case. */
export function headersOf(answer: Pick<APIResponse, 'headers'>): Readonly<Record<string, string>> {
  const found: [string, string][] = [];
  answer.headers.forEach((value, name) => void found.push([name.toLowerCase(), value]));
  return Object.fromEntries(found);
}
