import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Say } from '../../../src/ui/shared/useSay';
import { fill } from '../../../src/domain/text/fill';

type Sentences = { readonly [key: string]: string | Sentences };

export const sentencesText = readFileSync(join(__dirname, '../../../static/locales/en-US.json'), 'utf8');
export const sentences = JSON.parse(sentencesText) as Sentences;

/** The sentence under a dotted key; undefined when there is none. */
export function sentence(key: string): string | undefined {
  const found = key
    .split('.')
    .reduce<string | Sentences | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), sentences);
  return typeof found === 'string' ? found : undefined;
}

const say = (key: string, values = {}): string => fill(sentence(key) ?? key, values);

/** What screens say, without a screen. */
export const english: Say = Object.assign(say, {
  code: (group: string, code: string, values = {}) =>
    fill(sentence(`${group}.${code}`) ?? sentence(`${group}.other`) ?? `${group}.${code}`, values),
});

function keysOf(part: typeof sentences, prefix = ''): string[] {
  return Object.entries(part).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${prefix}${name}`] : keysOf(value, `${prefix}${name}.`),
  );
}

/** The full name of every sentence. */
export const sentenceKeys: readonly string[] = keysOf(sentences);
