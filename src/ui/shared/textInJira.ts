import { requestJira } from '@forge/bridge';

/**
 * One text of what Jira answers, at a path of keys, asked as the person who looks: each sees what they may see, and OmniChat stores
 * none of it. Undefined where Jira does not tell: a name is not worth an error on the screen.
 */
export async function textInJira(address: string, ...path: readonly string[]): Promise<string | undefined> {
  try {
    const answer = await requestJira(address);
    return answer.ok ? textAt(await answer.json(), path) : undefined;
  } catch {
    return undefined;
  }
}

function textAt(value: unknown, path: readonly string[]): string | undefined {
  const end = path.reduce<unknown>((at, part) => (isObject(at) ? at[part] : undefined), value);
  return typeof end === 'string' ? end : undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
