import type { FunctionOperand, Operand, TerminalClause } from '@atlaskit/jql-ast';
import { refuse } from '../refusal';
import { dateFunction, readDate } from './dates';
import { fieldNamed } from './fields';
import type { Asking, FieldKind, JqlField, Row } from './jqlField';

/** Which operators a field of that kind understands. */
const OPERATORS: Readonly<Record<FieldKind, readonly string[]>> = {
  id: ['=', '!=', 'in', 'not in', 'is', 'is not'],
  string: ['=', '!=', 'in', 'not in', 'is', 'is not', '~', '!~'],
  text: ['~', '!~', 'is', 'is not'],
  number: ['=', '!=', 'in', 'not in', 'is', 'is not', '<', '<=', '>', '>='],
  date: ['=', '!=', 'in', 'not in', 'is', 'is not', '<', '<=', '>', '>='],
};

/** The test one `field operator value` stands for. @throws Refusal 400 */
export function clauseTest(clause: TerminalClause, asking: Asking): (row: Row) => boolean {
  const field = fieldNamed(clause.field, asking);
  const operator = clause.operator?.value ?? '';
  const { operand } = clause;
  if (!operand || !OPERATORS[field.kind].includes(operator) || clause.predicates.length > 0)
    throw refuse(400, `The operator '${operator}' is not supported by the '${field.name}' field.`);
  const wanted = values(operand, { field, asking });
  const test = testOf(operator, wanted);
  return (row) => test(field.value(row));
}

type Value = string | number | undefined;

/** A field without value matches nothing but IS EMPTY: `!=` and NOT IN leave it out too, as in Jira. */
function testOf(operator: string, wanted: readonly Value[]): (value: Value) => boolean {
  const isEmpty = (value: Value) => value === undefined || value === '';
  const [first] = wanted;
  const same = (value: Value) => wanted.some((one) => (one === undefined ? isEmpty(value) : one === value));
  const known = (test: (value: string | number) => boolean) => (value: Value) =>
    value !== undefined && value !== '' && test(value);
  const number = Number(first);
  const table: Readonly<Record<string, (value: Value) => boolean>> = {
    '=': same,
    in: same,
    is: isEmpty,
    'is not': (value) => !isEmpty(value),
    '!=': known((value) => !same(value)),
    'not in': known((value) => !same(value)),
    '~': known((value) => containsWords(String(value), String(first))),
    '!~': known((value) => !containsWords(String(value), String(first))),
    '<': known((value) => Number(value) < number),
    '<=': known((value) => Number(value) <= number),
    '>': known((value) => Number(value) > number),
    '>=': known((value) => Number(value) >= number),
  };
  const test = table[operator];
  if (!test) throw new Error(`no test for the operator ${operator}`);
  return test;
}

type About = { readonly field: JqlField; readonly asking: Asking };

function values(operand: Operand, about: About): readonly Value[] {
  switch (operand.operandType) {
    case 'list':
      return operand.values.flatMap((one) => values(one, about));
    case 'keyword':
      return [undefined];
    case 'function':
      return [functionValue(operand, about)];
    case 'value':
      return [plainValue(operand.value, about)];
  }
}

function plainValue(written: string, { field, asking }: About): Value {
  if (field.kind === 'date') return readDate(written, { field: field.name, now: asking.site.now() });
  if (field.kind === 'number' && !Number.isFinite(Number(written)))
    throw refuse(400, `Value '${written}' is invalid for the '${field.name}' field. Valid values include numbers.`);
  if (field.kind === 'number') return Number(written);
  return field.resolve ? field.resolve(written) : written;
}

function functionValue(operand: FunctionOperand, { field, asking }: About): Value {
  const name = operand.function.value;
  if (name.toLowerCase() === 'currentuser' && field.kind === 'id') return asking.me.accountId;
  const argument = operand.arguments[0]?.text.replace(/^["']|["']$/g, '');
  const at = dateFunction(name, { argument, now: asking.site.now() });
  if (at !== undefined && field.kind === 'date') return at;
  throw refuse(400, `Unable to find JQL function '${name}(${argument ?? ''})'.`);
}

/** Every word of the query begins or is a word of the text; quotes ask for the whole phrase. */
function containsWords(text: string, query: string): boolean {
  const phrase = /^"(.*)"$/.exec(query.replace(/\\"/g, '"'))?.[1];
  if (phrase !== undefined) return ` ${words(text).join(' ')} `.includes(` ${words(phrase).join(' ')} `);
  const have = words(text);
  return query
    .split(/\s+/)
    .filter(Boolean)
    .every((one) => hasTerm(have, one));
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function hasTerm(have: readonly string[], term: string): boolean {
  const prefix = term.endsWith('*');
  return words(term).every((wanted) => have.some((one) => (prefix ? one.startsWith(wanted) : one === wanted)));
}
