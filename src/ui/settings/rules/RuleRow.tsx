import type { ComponentType } from 'react';
import { Button, ErrorMessage, Inline, Stack, Text } from '@forge/react';
import type { RulesView } from '../../../contract/rulesView';
import { useSay } from '../../shared/useSay';
import type { FieldProps, RuleFacts, RuleName, Rules } from './field';
import { RULE_FIELDS } from './ruleFields';
import type { RulesDraft } from './useRulesDrafts';

type Props<Name extends RuleName> = {
  readonly rule: Name;
  readonly draft: RulesDraft;
  readonly defaults: RulesView['defaults'];
  readonly facts: RuleFacts;
  /** Code of what the server refused of it. */
  readonly fault: string | undefined;
  /** Drops what was edited: the field then shows what somebody else saved. */
  readonly takeTheirs: () => void;
  /** It is a business number's rules that are edited; `scope` cannot be one of them. */
  readonly ofNumber: boolean;
};

/** One rule: its field, or for a business number without it that the project's holds. */
export const RuleRow = <Name extends RuleName>({ rule, draft, ofNumber, ...field }: Props<Name>) => {
  const say = useSay();
  if (!draft.isOwn(rule)) return <AsProject rule={rule} change={() => draft.set(rule, draft.rules[rule])} />;
  const Drawn: ComponentType<FieldProps<Rules[Name]>> = RULE_FIELDS[rule];
  return (
    <Stack space="space.050">
      <Drawn
        rule={rule}
        value={draft.rules[rule]}
        initial={field.defaults[rule]}
        change={(value) => draft.set(rule, value)}
        facts={field.facts}
        isWrong={field.fault !== undefined}
      />
      {field.fault !== undefined && <ErrorMessage>{say.code('error', field.fault)}</ErrorMessage>}
      {field.fault === 'changed-meanwhile' && (
        <Inline>
          <Button spacing="compact" onClick={field.takeTheirs}>
            {say('settings.rules.take-theirs')}
          </Button>
        </Inline>
      )}
      {ofNumber && (
        <Inline>
          <Button appearance="subtle" spacing="compact" onClick={() => draft.inherit(rule)}>
            {say('settings.rules.inherit')}
          </Button>
        </Inline>
      )}
    </Stack>
  );
};

const AsProject = ({ rule, change }: { readonly rule: RuleName; readonly change: () => void }) => {
  const say = useSay();
  return (
    <Inline spread="space-between" alignBlock="center" space="space.200">
      <Stack space="space.025">
        <Text weight="semibold">{say.code('rule.label', rule)}</Text>
        <Text size="small" color="color.text.subtle">
          {say('settings.rules.as-project')}
        </Text>
      </Stack>
      <Button spacing="compact" onClick={change}>
        {say('settings.rules.own')}
      </Button>
    </Inline>
  );
};
