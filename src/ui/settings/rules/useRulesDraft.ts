import { useState } from 'react';
import type { RulesView } from '../../../contract/rulesView';
import type { Input } from '../../../contract/calls';
import type { RuleName, Rules } from './field';

/** The rules as edited and not saved yet: those of the project, or those of one business number. */
export type RulesDraft = {
  /** What holds once this is saved: the number's own rules before the project's. */
  readonly rules: Rules;
  /** Does the number have a rule of its own? Always, for the project. */
  readonly isOwn: (rule: RuleName) => boolean;
  readonly isChanged: (rule: RuleName) => boolean;
  readonly set: <Name extends RuleName>(rule: Name, value: Rules[Name]) => void;
  /** The project's rule holds for the number again. */
  readonly inherit: (rule: RuleName) => void;
  readonly discard: (rules: readonly RuleName[]) => void;
  /** What to ask the server to save of these rules. */
  readonly wish: (rules: readonly RuleName[]) => Input<'saveRules'>;
};

type Edits = { readonly changed: Partial<Rules>; readonly inherited: readonly RuleName[] };
const NOTHING: Edits = { changed: {}, inherited: [] };

export function useRulesDraft(view: RulesView, number: string | undefined): RulesDraft {
  const [{ changed, inherited }, setEdits] = useState(NOTHING);
  const stored = view.numbers.find(({ id }) => id === number)?.own ?? {};
  const own = without({ ...stored, ...changed }, inherited);
  return {
    rules: { ...view.project, ...own },
    isOwn: (rule) => number === undefined || rule in own,
    isChanged: (rule) => rule in changed || inherited.includes(rule),
    set: (rule, value) =>
      setEdits((before) => ({
        changed: { ...before.changed, [rule]: value },
        inherited: before.inherited.filter((one) => one !== rule),
      })),
    inherit: (rule) =>
      setEdits((before) => ({
        changed: without(before.changed, [rule]),
        inherited: rule in stored ? [...before.inherited, rule] : before.inherited,
      })),
    discard: (rules) => setEdits((before) => forgotten(before, rules)),
    wish: (rules) => ({
      rules: only(changed, rules),
      ...(number !== undefined && { number, inherit: inherited.filter((rule) => rules.includes(rule)) }),
    }),
  };
}

const forgotten = ({ changed, inherited }: Edits, rules: readonly RuleName[]): Edits => ({
  changed: without(changed, rules),
  inherited: inherited.filter((rule) => !rules.includes(rule)),
});

const without = (rules: Partial<Rules>, names: readonly string[]): Partial<Rules> =>
  Object.fromEntries(Object.entries(rules).filter(([name]) => !names.includes(name)));

const only = (rules: Partial<Rules>, names: readonly string[]): Partial<Rules> =>
  Object.fromEntries(Object.entries(rules).filter(([name]) => names.includes(name)));
