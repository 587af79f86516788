import { Inline, LoadingButton, Select, Stack, Textfield } from '@forge/react';
import { CONSENT_SOURCES } from '../../contract/consent';
import { chosenValue, textOf } from '../shared/events';
import { Labelled } from '../shared/Labelled';
import { PauseOther } from '../shared/PauseOther';
import { PhoneDoubt } from '../shared/PhoneDoubt';
import { RefusalNote } from '../shared/RefusalNote';
import { useSay } from '../shared/useSay';
import { useStart, type Offer } from './useStart';

type Props = { readonly ways: Offer['ways']; readonly started: () => Promise<void> };

/** The business number to write from, the customer's phone, and how the customer agreed to it. */
export const StartForm = ({ ways, started }: Props) => {
  const say = useSay();
  const start = useStart(ways, started);
  const options = ways.map((way) => ({ label: `${say(`channel.${way.channel}`)}, ${way.from}`, value: way }));
  const sources = CONSENT_SOURCES.map((value) => ({ label: say.code('consent', value), value }));
  return (
    <Stack space="space.150">
      <Labelled id="start-way" label={say('panel.way')}>
        <Select
          id="start-way"
          inputId="start-way"
          options={options}
          defaultValue={options[0]}
          onChange={(option: (typeof options)[number]) => start.choose(option.value)}
        />
      </Labelled>
      <Labelled
        id="start-phone"
        label={say('panel.phone')}
        help={say('panel.phone-help')}
        note={<PhoneDoubt typed={start.phone} />}
      >
        <Textfield
          id="start-phone"
          name="phone"
          placeholder="+385 98 123 4567"
          onChange={(event) => start.dial(textOf(event))}
        />
      </Labelled>
      <Labelled id="start-consent" label={say('panel.consent')} help={say('panel.consent-help')}>
        <Select
          id="start-consent"
          inputId="start-consent"
          options={sources}
          placeholder={say('panel.consent-choose')}
          onChange={(option: unknown) => start.agreed(chosenValue(option))}
        />
      </Labelled>
      {!start.hasRival && <RefusalNote refusal={start.call.refusal} />}
      <Inline>
        <LoadingButton
          appearance="primary"
          isLoading={start.call.busy}
          isDisabled={!start.isComplete}
          onClick={() => void start.run(false)}
        >
          {say('panel.start')}
        </LoadingButton>
      </Inline>
      <PauseOther
        open={start.hasRival}
        issueKey={start.call.refusal?.issueKey}
        action={start.call}
        confirm={() => void start.run(true)}
        cancel={start.cancel}
      />
    </Stack>
  );
};
