import { Checkbox, Stack, TextArea, Textfield } from '@forge/react';
import { textOf } from '../../shared/events';
import { Labelled } from '../../shared/Labelled';
import { useSay } from '../../shared/useSay';
import { fieldId, inputOf, type Field, type FieldProps, type Rules } from './field';
import { LabelledRule } from './LabelledRule';
import { numberIn } from './simpleFields';
import { wordsIn } from './StatusField';
import { TextLength } from './TextLength';

type TextProps = Pick<FieldProps<string>, 'rule' | 'value' | 'change' | 'isWrong'>;

/** A text that customers get; empty means none. */
export const Message = ({ rule, value, change, isWrong }: TextProps) => {
  const say = useSay();
  return (
    <Stack space="space.050">
      <LabelledRule rule={rule}>
        <TextArea
          {...inputOf({ rule, isWrong })}
          defaultValue={value}
          placeholder={say('settings.rules.empty-text')}
          minimumRows={2}
          onChange={(event) => change(textOf(event))}
        />
      </LabelledRule>
      <TextLength text={value} />
    </Stack>
  );
};

export const WindowClosing: Field<Rules['windowClosing']> = ({ rule, value, change, isWrong }) => {
  const say = useSay();
  return (
    <Stack space="space.100">
      <Message rule={rule} value={value.text} change={(text) => change({ ...value, text })} isWrong={isWrong} />
      {value.text.trim() !== '' && (
        <Labelled id={fieldId(rule, 'minutes')} label={say('settings.rules.minutes-before')}>
          <Textfield
            id={fieldId(rule, 'minutes')}
            type="number"
            width="xsmall"
            isInvalid={isWrong}
            defaultValue={String(value.minutesBefore)}
            onChange={(event) => change({ ...value, minutesBefore: numberIn(textOf(event)) })}
          />
        </Labelled>
      )}
    </Stack>
  );
};

export const OptOutWords: Field<Rules['optOutWords']> = ({ rule, value, change, isWrong }) => {
  const say = useSay();
  return (
    <Stack space="space.100">
      <LabelledRule rule={rule}>
        <Textfield
          {...inputOf({ rule, isWrong })}
          placeholder={say('settings.rules.words-example')}
          defaultValue={value.more.join(', ')}
          onChange={(event) => change({ ...value, more: wordsIn(textOf(event)) })}
        />
      </LabelledRule>
      <Labelled id={fieldId(rule, 'back')} label={say('settings.rules.words-back')}>
        <Textfield
          id={fieldId(rule, 'back')}
          isInvalid={isWrong}
          defaultValue={(value.back ?? []).join(', ')}
          onChange={(event) => change({ ...value, back: wordsIn(textOf(event)) })}
        />
      </Labelled>
      <Checkbox
        id={fieldId(rule, 'standard')}
        label={say('settings.rules.standard-words')}
        isChecked={value.standard}
        onChange={() => change({ ...value, standard: !value.standard })}
      />
    </Stack>
  );
};
