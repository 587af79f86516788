import { useState } from 'react';
import {
  Box,
  Button,
  ErrorMessage,
  Inline,
  LoadingButton,
  Lozenge,
  Stack,
  Text,
  ValidMessage,
  xcss,
} from '@forge/react';
import { ask } from '../../shared/ask';
import { RefusalNote } from '../../shared/RefusalNote';
import { useSay } from '../../shared/useSay';
import type { RulesView } from '../../../contract/rulesView';
import { useSaving, type Saving } from '../useSaving';
import { faultOf } from './faults';
import type { RuleFacts, RuleName } from './field';
import { RuleRow } from './RuleRow';
import { isAsked, RULE_GROUPS, type GroupName } from './ruleGroups';
import type { RulesDraft } from './useRulesDrafts';

const panel = xcss({ paddingBlock: 'space.200' });

type Props = {
  readonly group: GroupName;
  readonly draft: RulesDraft;
  readonly defaults: RulesView['defaults'];
  readonly facts: RuleFacts;
  readonly ofNumber: boolean;
  readonly refresh: () => Promise<void>;
};

/** The rules of one group, saved together. */
export const RuleGroup = ({ group, draft, defaults, facts, ofNumber, refresh }: Props) => {
  const say = useSay();
  const [version, setVersion] = useState(0);
  const rules = RULE_GROUPS[group].filter((rule) => isAsked(rule, draft.rules) && !(ofNumber && rule === 'scope'));
  const changed = RULE_GROUPS[group].filter((rule) => draft.isChanged(rule));
  const saving = useSaving(refresh);
  const faultNow = (rule: RuleName) => {
    const fault = faultOf(saving.call.refusal, rule);
    return fault === 'changed-meanwhile' && !draft.isChanged(rule) ? undefined : fault;
  };
  const wrong = rules.filter((rule) => faultNow(rule) !== undefined);
  const save = async (): Promise<void> => {
    if (await saving.save(() => ask('saveRules', draft.wish(changed)))) draft.discard(changed);
  };
  const discard = (): void => {
    saving.edited();
    drop(changed);
  };
  const drop = (these: readonly RuleName[]): void => {
    draft.discard(these);
    // Fields are drawn anew: what was typed in them is theirs, not ours.
    setVersion(version + 1);
  };
  return (
    <Box xcss={panel}>
      <Stack space="space.300">
        <Text color="color.text.subtle">{say.code('settings.rules.lead', group)}</Text>
        {rules.map((rule) => (
          <RuleRow
            key={`${rule}-${version}`}
            rule={rule}
            draft={draft}
            defaults={defaults}
            facts={facts}
            fault={faultNow(rule)}
            takeTheirs={() => drop([rule])}
            ofNumber={ofNumber}
          />
        ))}
        <SaveBar saving={saving} changed={changed} wrong={wrong} save={() => void save()} discard={discard} />
      </Stack>
    </Box>
  );
};

type Bar = {
  readonly saving: Saving;
  readonly changed: readonly RuleName[];
  readonly wrong: readonly RuleName[];
  readonly save: () => void;
  readonly discard: () => void;
};

const SaveBar = ({ saving: { call, saved }, changed, wrong, save, discard }: Bar) => {
  const say = useSay();
  return (
    <Stack space="space.100">
      <Inline space="space.100" alignBlock="center">
        <LoadingButton appearance="primary" isLoading={call.busy} isDisabled={changed.length === 0} onClick={save}>
          {say('screen.save')}
        </LoadingButton>
        {changed.length > 0 && (
          <>
            <Button appearance="subtle" onClick={discard}>
              {say('settings.rules.discard')}
            </Button>
            <Lozenge appearance="inprogress">{say('settings.rules.unsaved', { count: changed.length })}</Lozenge>
          </>
        )}
      </Inline>
      {changed.length > 0 && wrong.length === 0 && <RefusalNote refusal={call.refusal} />}
      {changed.length > 0 && wrong.length > 0 && (
        <ErrorMessage>
          {say('settings.rules.not-saved', { rules: wrong.map((rule) => say.code('rule.label', rule)).join(', ') })}
        </ErrorMessage>
      )}
      {changed.length === 0 && saved && <ValidMessage>{say('settings.rules.saved')}</ValidMessage>}
    </Stack>
  );
};
