import { HelperMessage, Inline, Label, LoadingButton, Select, Stack, Textfield } from '@forge/react';
import { CONSENT_SOURCES } from '../../contract/consent';
import { chosenValue, textOf } from '../shared/events';
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
      <Stack space="space.050">
        <Label labelFor="start-way">{say('panel.way')}</Label>
        <Select
          id="start-way"
          inputId="start-way"
          options={options}
          defaultValue={options[0]}
          onChange={(option: (typeof options)[number]) => start.choose(option.value)}
        />
      </Stack>
      <Stack space="space.050">
        <Label labelFor="start-phone">{say('panel.phone')}</Label>
        <Textfield
          id="start-phone"
          name="phone"
          placeholder="+385 98 123 4567"
          onChange={(event) => start.dial(textOf(event))}
        />
        <HelperMessage>{say('panel.phone-help')}</HelperMessage>
        <PhoneDoubt typed={start.phone} />
      </Stack>
      <Stack space="space.050">
        <Label labelFor="start-consent">{say('panel.consent')}</Label>
        <Select
          id="start-consent"
          inputId="start-consent"
          options={sources}
          placeholder={say('panel.consent-choose')}
          onChange={(option: unknown) => start.agreed(chosenValue(option))}
        />
        <HelperMessage>{say('panel.consent-help')}</HelperMessage>
      </Stack>
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
