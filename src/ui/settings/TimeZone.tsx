import { useMemo } from 'react';
import { HelperMessage, Label, Select, Stack, ValidMessage } from '@forge/react';
import { ask } from '../shared/ask';
import { chosenValue } from '../shared/events';
import { RefusalNote } from '../shared/RefusalNote';
import { useSay } from '../shared/useSay';
import { Section } from './Section';
import { useSaving } from './useSaving';

/** The time zone in which days and hours in requests are told. Saved as soon as it is chosen. */
export const TimeZone = ({ zone, refresh }: { readonly zone: string; readonly refresh: () => Promise<void> }) => {
  const say = useSay();
  const saving = useSaving(refresh);
  const options = useMemo(() => zones(zone).map((name) => ({ label: name, value: name })), [zone]);
  const choose = (option: unknown): void => {
    const timeZone = chosenValue(option);
    if (timeZone !== undefined) void saving.save(() => ask('saveTimeZone', { timeZone, from: zone }));
  };
  return (
    <Section title={say('settings.time-zone.title')}>
      <Stack space="space.0">
        <Label labelFor="time-zone">{say('settings.time-zone.label')}</Label>
        <Select
          id="time-zone"
          name="time-zone"
          options={options}
          value={{ label: zone, value: zone }}
          isLoading={saving.call.busy}
          onChange={choose}
        />
        <HelperMessage>{say('settings.time-zone.help')}</HelperMessage>
        <RefusalNote refusal={saving.call.refusal} />
        {saving.saved && <ValidMessage>{say('screen.saved')}</ValidMessage>}
      </Stack>
    </Section>
  );
};

/** What this browser knows, with UTC (which it does not list) and the one in use. */
const zones = (inUse: string): readonly string[] => [...new Set(['UTC', inUse, ...Intl.supportedValuesOf('timeZone')])];
