/** What a server answered when it refused: its own sentence, for people. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

export type Ask = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Asks our own server for JSON. @throws Refusal with the server's sentence for any status of 400 or more. */
export async function ask<Answer>(path: string, { method = 'GET', body, headers = {} }: Ask = {}): Promise<Answer> {
  const response = await fetch(path, {
    method,
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer = parse(text);
  if (!response.ok) throw new Refusal(sentence(answer) ?? `${path} answered ${response.status}`, response.status);
  return answer as Answer;
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text; // not JSON: kept as the text it is, and shown as such when it was a refusal
  }
}

/** The envelopes of the sandbox (`error`), of Jira (`errorMessages`, `errors`) and of JSM (`errorMessage`). */
export function sentence(answer: unknown): string | undefined {
  if (typeof answer === 'string') return answer.slice(0, 300) || undefined;
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { error, errorMessage, errorMessages, errors } = answer as Record<string, unknown>;
  const listed: unknown[] = Array.isArray(errorMessages) ? errorMessages : [];
  const byField: unknown[] = typeof errors === 'object' && errors !== null ? Object.values(errors) : [];
  const words = [error, errorMessage, ...listed, ...byField].filter((one) => typeof one === 'string' && one !== '');
  return words.length ? words.join(' ') : undefined;
}
