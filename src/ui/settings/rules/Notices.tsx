import { useState } from 'react';
import { Button, Inline, Select, Stack, Text, TextArea, Textfield } from '@forge/react';
import { Card } from '../../shared/Card';
import { chosenValue, textOf } from '../../shared/events';
import { Labelled } from '../../shared/Labelled';
import { useSay } from '../../shared/useSay';
import { fieldId, type Field, type RuleFacts, type Rules } from './field';
import { LabelledRule } from './LabelledRule';
import { emptyRow, noticesOf, placesFor, rowsOf, type NoticeRow } from './noticeRows';
import { Gone, goneFrom } from './StatusField';
import { TextLength } from './TextLength';

/** One row for each status and language. */
export const Notices: Field<Rules['statusNotices']> = ({ rule, value, change, facts, isWrong }) => {
  const say = useSay();
  const [rows, setRows] = useState(() => rowsOf(value));
  const write = (next: readonly NoticeRow[]): void => {
    setRows(next);
    change(noticesOf(next));
  };
  const edit = (row: NoticeRow): void => write(rows.map((one) => (one.id === row.id ? row : one)));
  return (
    <LabelledRule rule={rule}>
      <Stack space="space.100">
        {rows.length === 0 && <Text color="color.text.subtle">{say('settings.rules.no-notices')}</Text>}
        {rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            facts={facts}
            isWrong={isWrong}
            edit={edit}
            remove={() => write(rows.filter((one) => one.id !== row.id))}
          />
        ))}
        <Inline>
          <Button spacing="compact" onClick={() => write([...rows, emptyRow(rows)])}>
            {say('settings.rules.add-notice')}
          </Button>
        </Inline>
      </Stack>
    </LabelledRule>
  );
};

type RowProps = {
  readonly row: NoticeRow;
  readonly facts: RuleFacts;
  readonly isWrong: boolean;
  readonly edit: (row: NoticeRow) => void;
  readonly remove: () => void;
};

const Row = ({ row, facts, isWrong, edit, remove }: RowProps) => {
  const say = useSay();
  const id = (part: string): string => fieldId('statusNotices', `${row.id}-${part}`);
  const places = placesFor(facts.statuses, row).map((place) => ({
    value: place,
    label: place.startsWith('category:')
      ? say.code('status-category', place.slice('category:'.length))
      : place.slice('status:'.length),
  }));
  const gone = row.on.startsWith('status:') ? goneFrom(facts.statuses, [row.on.slice('status:'.length)]) : [];
  const chosen = places.find(({ value }) => value === row.on);
  return (
    <Card>
      <Inline space="space.200" shouldWrap alignBlock="end">
        <Labelled id={id('on')} label={say('settings.rules.notice-when')}>
          <Select
            id={id('on')}
            options={places}
            {...(chosen && { value: chosen })}
            onChange={(option: unknown) => edit({ ...row, on: chosenValue(option) ?? row.on })}
          />
        </Labelled>
        <Labelled id={id('language')} label={say('settings.rules.notice-language')}>
          <Textfield
            id={id('language')}
            width="xsmall"
            defaultValue={row.language}
            onChange={(event) => edit({ ...row, language: textOf(event).trim().toLowerCase() })}
          />
        </Labelled>
        <Button appearance="subtle" onClick={remove}>
          {say('settings.rules.remove-notice')}
        </Button>
      </Inline>
      <Gone names={gone} />
      <Stack space="space.050">
        <Labelled id={id('text')} label={say('settings.rules.notice-text')}>
          <TextArea
            id={id('text')}
            isInvalid={isWrong}
            defaultValue={row.text}
            minimumRows={2}
            onChange={(event) => edit({ ...row, text: textOf(event) })}
          />
        </Labelled>
        <TextLength text={row.text} />
      </Stack>
    </Card>
  );
};
