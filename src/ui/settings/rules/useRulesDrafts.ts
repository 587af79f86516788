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

/** A draft of the project's rules and one of each number's: whoever looks at another one loses nothing. */
export type RulesDrafts = {
  /** Of a business number, or of the project. */
  readonly of: (number: string | undefined) => RulesDraft;
  readonly isUnsaved: (number: string | undefined) => boolean;
  /** Drops what was edited of the project's rules. */
  readonly forget: () => void;
};

type Edits = { readonly changed: Partial<Rules>; readonly inherited: readonly RuleName[] };
type Change = (edit: (before: Edits) => Edits) => void;
const NOTHING: Edits = { changed: {}, inherited: [] };
const PROJECT = '';

export function useRulesDrafts(view: RulesView): RulesDrafts {
  const [drafts, setDrafts] = useState<Readonly<Record<string, Edits>>>({});
  const editsOf = (number = PROJECT): Edits => drafts[number] ?? NOTHING;
  const changeOf =
    (number = PROJECT): Change =>
    (edit) =>
      setDrafts((before) => ({ ...before, [number]: edit(before[number] ?? NOTHING) }));
  return {
    of: (number) => draftOf(view, number, { edits: editsOf(number), change: changeOf(number) }),
    isUnsaved: (number) => {
      const { changed, inherited } = editsOf(number);
      return Object.keys(changed).length + inherited.length > 0;
    },
    forget: () => changeOf()(() => NOTHING),
  };
}

type Held = { readonly edits: Edits; readonly change: Change };

function draftOf(view: RulesView, number: string | undefined, { edits, change }: Held): RulesDraft {
  const { changed, inherited } = edits;
  const stored = view.numbers.find(({ id }) => id === number)?.own ?? {};
  const own = without({ ...stored, ...changed }, inherited);
  return {
    rules: { ...view.project, ...own },
    isOwn: (rule) => number === undefined || rule in own,
    isChanged: (rule) => rule in changed || inherited.includes(rule),
    set: (rule, value) =>
      change((before) => ({
        changed: { ...before.changed, [rule]: value },
        inherited: before.inherited.filter((one) => one !== rule),
      })),
    inherit: (rule) =>
      change((before) => ({
        changed: without(before.changed, [rule]),
        inherited: rule in stored ? [...before.inherited, rule] : before.inherited,
      })),
    discard: (rules) => change((before) => forgotten(before, rules)),
    wish: (rules) => ({
      rules: only(changed, rules),
      from: only(number === undefined ? view.project : stored, rules),
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
