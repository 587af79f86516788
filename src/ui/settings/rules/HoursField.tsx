import { Inline, Select, Stack, Textfield } from '@forge/react';
import { chosenValues, textOf } from '../../shared/events';
import { Labelled } from '../../shared/Labelled';
import { useSay } from '../../shared/useSay';
import { fieldId, type Field, type RuleName, type Rules } from './field';
import { SwitchedRule } from './LabelledRule';
import { wordsIn } from './StatusField';

type BusinessHours = NonNullable<Rules['businessHours']>;
type Span = { readonly from: string; readonly to: string };

const DAYS = [1, 2, 3, 4, 5, 6, 7];
const OFFICE: BusinessHours = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', holidays: [] };
const NIGHT: Span = { from: '21:00', to: '08:00' };

export const Hours: Field<Rules['businessHours']> = ({ rule, value, change, facts, isWrong }) => (
  <Stack space="space.100">
    <SwitchedRule
      rule={rule}
      values={{ zone: facts.timeZone }}
      isOn={value !== null}
      change={(isOn) => change(isOn ? OFFICE : null)}
    />
    {value && (
      <>
        <Times rule={rule} value={value} isWrong={isWrong} change={(span) => change({ ...value, ...span })} />
        <Days rule={rule} value={value} change={change} />
      </>
    )}
  </Stack>
);

export const QuietHours: Field<Rules['quietHours']> = ({ rule, value, change, facts, isWrong }) => (
  <Stack space="space.100">
    <SwitchedRule
      rule={rule}
      values={{ zone: facts.timeZone }}
      isOn={value !== null}
      change={(isOn) => change(isOn ? NIGHT : null)}
    />
    {value && <Times rule={rule} value={value} isWrong={isWrong} change={change} />}
  </Stack>
);

type Timed = {
  readonly rule: RuleName;
  readonly value: Span;
  readonly isWrong: boolean;
  readonly change: (span: Span) => void;
};

const Times = ({ rule, value: { from, to }, isWrong, change }: Timed) => {
  const say = useSay();
  return (
    <Inline space="space.200">
      <Labelled id={fieldId(rule, 'from')} label={say('settings.rules.from')}>
        <Textfield
          id={fieldId(rule, 'from')}
          width="xsmall"
          placeholder="09:00"
          isInvalid={isWrong}
          defaultValue={from}
          onChange={(event) => change({ from: clock(textOf(event)), to })}
        />
      </Labelled>
      <Labelled id={fieldId(rule, 'to')} label={say('settings.rules.to')}>
        <Textfield
          id={fieldId(rule, 'to')}
          width="xsmall"
          placeholder="17:00"
          isInvalid={isWrong}
          defaultValue={to}
          onChange={(event) => change({ from, to: clock(textOf(event)) })}
        />
      </Labelled>
    </Inline>
  );
};

/** `9:00` is what people type. */
const clock = (typed: string): string => typed.trim().replace(/^\d:/, '0$&');

type Daily = {
  readonly rule: RuleName;
  readonly value: BusinessHours;
  readonly change: (hours: BusinessHours) => void;
};

const Days = ({ rule, value, change }: Daily) => {
  const say = useSay();
  const options = DAYS.map((day) => ({ label: say.code('day', String(day)), value: String(day) }));
  return (
    <>
      <Labelled id={fieldId(rule, 'days')} label={say('settings.rules.days')}>
        <Select
          id={fieldId(rule, 'days')}
          isMulti
          options={options}
          value={options.filter((option) => value.days.includes(Number(option.value)))}
          onChange={(chosen: unknown) => change({ ...value, days: chosenValues(chosen).map(Number) })}
        />
      </Labelled>
      <Labelled id={fieldId(rule, 'holidays')} label={say('settings.rules.holidays')}>
        <Textfield
          id={fieldId(rule, 'holidays')}
          placeholder="2026-12-25, 2027-01-01"
          defaultValue={value.holidays.join(', ')}
          onChange={(event) => change({ ...value, holidays: wordsIn(textOf(event)) })}
        />
      </Labelled>
    </>
  );
};
