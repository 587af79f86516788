import { useState } from 'react';
import { SectionMessage, Select, Stack, Tab, TabList, TabPanel, Tabs, Text } from '@forge/react';
import type { SettingsView } from '../../../contract/views';
import { chosenValue } from '../../shared/events';
import { Labelled } from '../../shared/Labelled';
import { useSay } from '../../shared/useSay';
import { Section } from '../Section';
import { Presets } from './Presets';
import { RuleGroup } from './RuleGroup';
import { GROUP_NAMES, RULE_GROUPS } from './ruleGroups';
import { useRulesDrafts, type RulesDraft } from './useRulesDrafts';

type Props = { readonly view: SettingsView; readonly refresh: () => Promise<void> };

const ALL = '';

/** How conversations run: a preset, each rule by itself, and what a business number has of its own. */
export const ConversationRules = ({ view, refresh }: Props) => {
  const say = useSay();
  const { numbers } = view.rules;
  const [number, setNumber] = useState(ALL);
  const drafts = useRulesDrafts(view.rules);
  // A chosen preset replaces what was being edited.
  const [round, setRound] = useState(0);
  const presetChosen = (): void => {
    drafts.forget();
    setRound(round + 1);
  };
  const named = (label: string, id?: string): string =>
    drafts.isUnsaved(id) ? say('settings.rules.unsaved-tab', { group: label }) : label;
  const options = [
    { label: named(say('settings.rules.all-numbers')), value: ALL },
    ...numbers.map(({ id, display }) => ({ label: named(display, id), value: id })),
  ];
  const chosen = options.find(({ value }) => value === number) ?? options[0];
  const ofNumber = chosen?.value === ALL ? undefined : chosen?.value;
  return (
    <Section title={say('settings.rules.title')} lead={say('settings.rules.intro')}>
      <Presets rules={view.rules} refresh={refresh} chosen={presetChosen} />
      {numbers.length > 0 && (
        <Labelled id="rules-for" label={say('settings.rules.for')}>
          <Select
            id="rules-for"
            options={options}
            {...(chosen && { value: chosen })}
            onChange={(option: unknown) => setNumber(chosenValue(option) ?? ALL)}
          />
        </Labelled>
      )}
      <Groups
        key={`${number}-${round}`}
        view={view}
        draft={drafts.of(ofNumber)}
        ofNumber={ofNumber !== undefined}
        refresh={refresh}
      />
    </Section>
  );
};

type GroupsProps = Props & { readonly draft: RulesDraft; readonly ofNumber: boolean };

const Groups = ({ view, draft, ofNumber, refresh }: GroupsProps) => {
  const say = useSay();
  const { statuses, resolutions, defaults } = view.rules;
  const facts = { statuses, resolutions, requestTypes: view.requestTypes, timeZone: view.timeZone };
  return (
    <Stack space="space.100">
      {statuses.length === 0 && (
        <SectionMessage appearance="warning">
          <Text>{say('settings.rules.no-statuses')}</Text>
        </SectionMessage>
      )}
      <Tabs id="rule-groups">
        <TabList>
          {GROUP_NAMES.map((group) => (
            <Tab key={group}>
              {RULE_GROUPS[group].some((rule) => draft.isChanged(rule))
                ? say('settings.rules.unsaved-tab', { group: say.code('settings.rules.group', group) })
                : say.code('settings.rules.group', group)}
            </Tab>
          ))}
        </TabList>
        {GROUP_NAMES.map((group) => (
          <TabPanel key={group}>
            <RuleGroup
              group={group}
              draft={draft}
              defaults={defaults}
              facts={facts}
              ofNumber={ofNumber}
              refresh={refresh}
            />
          </TabPanel>
        ))}
      </Tabs>
    </Stack>
  );
};
