import { useMemo } from 'react';
import { Select, ValidMessage } from '@forge/react';
import { ask } from '../shared/ask';
import { chosenValue } from '../shared/events';
import { Labelled } from '../shared/Labelled';
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
      <Labelled
        id="time-zone"
        label={say('settings.time-zone.label')}
        help={say('settings.time-zone.help')}
        note={
          <>
            <RefusalNote refusal={saving.call.refusal} />
            {saving.saved && <ValidMessage>{say('screen.saved')}</ValidMessage>}
          </>
        }
      >
        <Select
          id="time-zone"
          name="time-zone"
          options={options}
          value={{ label: zone, value: zone }}
          isLoading={saving.call.busy}
          onChange={choose}
        />
      </Labelled>
    </Section>
  );
};

/** What this browser knows, with UTC (which it does not list) and the one in use. */
const zones = (inUse: string): readonly string[] => [...new Set(['UTC', inUse, ...Intl.supportedValuesOf('timeZone')])];
