import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  COMMENTS_AND_OMNICHAT,
  OMNICHAT_TAB_ONLY,
  presetOf,
  PRESET_NAMES,
  PRESETS,
  withPreset,
} from '../../src/domain/presets';
import { RulesSchema } from '../../src/storage/rulesSchema';

/** The table of the administrator's guide: a rule a row. */
const rows = readFileSync(join(__dirname, '../../docs/admin-guide.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| (X\d|new)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, , , rule = '', choice = '', comments, tab]) => ({ rule: rule.replaceAll('`', ''), choice, comments, tab }));
/** Rule, value in *Comments and OmniChat* and value in *OmniChat tab only*. */
const guide = rows.map(({ rule, comments, tab }) => [rule, comments, tab]);
/** Rule and the values that it may have. */
const values = rows.map(({ rule, choice }) => [rule, choice] as const);

function told(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return 'none';
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

test('the guide tells every rule that is stored, with its value in each preset', () => {
  const rules = Object.keys(RulesSchema.shape) as (keyof typeof COMMENTS_AND_OMNICHAT)[];
  const expected = rules.map((rule) => [rule, told(COMMENTS_AND_OMNICHAT[rule]), told(OMNICHAT_TAB_ONLY[rule])]);
  expect(guide.toSorted()).toEqual(expected.toSorted());
});

test('the guide names the values of every rule that has a choice of them, as the schema does', () => {
  const choices = Object.entries<z.ZodType>(RulesSchema.shape).flatMap(([rule, schema]) => {
    if (schema instanceof z.ZodBoolean) return [[rule, 'on · off']];
    return schema instanceof z.ZodEnum ? [[rule, schema.options.map((value) => `\`${value}\``).join(' · ')]] : [];
  });
  expect(choices.length).toBeGreaterThan(15);
  const told = new Map(values);
  expect(choices.map(([rule = '']) => [rule, told.get(rule)])).toEqual(choices);
});

test.each(PRESET_NAMES)('the preset %s has a value for every rule, as the schema wants it', (name) => {
  expect(RulesSchema.strict().parse(PRESETS[name])).toEqual(PRESETS[name]);
});

test.each(PRESET_NAMES)('texts and hours of its own make no other preset of %s', (name) => {
  const rules = { ...PRESETS[name], autoReply: 'Hello', language: 'de', quietHours: null };
  expect(presetOf(rules)).toBe(name);
  expect(withPreset(rules, name)).toEqual(rules);
});

test('any other rule does', () => {
  expect(presetOf({ ...COMMENTS_AND_OMNICHAT, agentName: true })).toBeUndefined();
});
