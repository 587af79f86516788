import { JastBuilder, JQLSyntaxError, type Clause, type OrderByField } from '@atlaskit/jql-ast';
import { refuse } from '../refusal';
import { clauseTest } from './clauses';
import { fieldNamed } from './fields';
import type { Asking, Row } from './jqlField';

export type Query = {
  readonly matches: (row: Row) => boolean;
  /** Negative when `one` comes first. */
  readonly compare: (one: Row, other: Row) => number;
  /** False for a query that names no restriction; search refuses those. */
  readonly bounded: boolean;
};

/** Reads JQL. Everything the sandbox does not know is refused in Jira's words. @throws Refusal 400 */
export function parseJql(jql: string, asking: Asking): Query {
  const { query, errors } = new JastBuilder().build(jql);
  const [error] = errors;
  if (error) throw refuse(400, `Error in the JQL Query: ${sentence(error)}`);
  const where = query?.where ?? undefined;
  return {
    matches: where ? matcher(where, asking) : () => true,
    compare: comparison(query?.orderBy?.fields ?? [], asking),
    bounded: where !== undefined,
  };
}

function sentence(error: Error): string {
  if (!(error instanceof JQLSyntaxError)) return error.message;
  const text = error.message.charAt(0).toUpperCase() + error.message.slice(1);
  return `${text}. (line ${error.line}, character ${error.charPositionInLine + 1})`;
}

function matcher(clause: Clause, asking: Asking): (row: Row) => boolean {
  switch (clause.clauseType) {
    case 'compound': {
      const parts = clause.clauses.map((part) => matcher(part, asking));
      if (clause.operator.value === 'and') return (row) => parts.every((part) => part(row));
      return (row) => parts.some((part) => part(row));
    }
    case 'not': {
      const inner = matcher(clause.clause, asking);
      return (row) => !inner(row);
    }
    case 'terminal':
      return clauseTest(clause, asking);
  }
}

/** Ties are broken by the newer id first, which is also the order without ORDER BY. */
function comparison(fields: readonly OrderByField[], asking: Asking) {
  const keys = fields.map(({ field, direction }) => {
    const known = fieldNamed(field, asking);
    if (!known.sortable) throw refuse(400, `Field '${field.value}' does not support sorting.`);
    return { known, sign: direction?.value.toUpperCase() === 'DESC' ? -1 : 1 };
  });
  return (one: Row, other: Row): number => {
    for (const { known, sign } of keys) {
      const order = compareValues(known.value(one), known.value(other));
      if (order !== 0) return sign * order;
    }
    return Number(other.issue.id) - Number(one.issue.id);
  };
}

type Value = string | number | undefined;

/** Empty values come last when ascending. */
function compareValues(one: Value, other: Value): number {
  if (one === other) return 0;
  if (one === undefined) return 1;
  if (other === undefined) return -1;
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one) < String(other) ? -1 : 1;
}
