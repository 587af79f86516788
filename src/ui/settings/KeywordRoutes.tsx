import { useState } from 'react';
import { Button, HelperMessage, Inline, LoadingButton, Select, Textfield } from '@forge/react';
import type { NumberChannelView, NumberView, SettingsView } from '../../contract/views';
import { ask } from '../shared/ask';
import { Card } from '../shared/Card';
import { chosenValue, textOf } from '../shared/events';
import { Labelled } from '../shared/Labelled';
import { RefusalNote } from '../shared/RefusalNote';
import { useSay } from '../shared/useSay';
import { useSaving } from './useSaving';

type Props = {
  readonly connection: string;
  readonly number: NumberView;
  readonly row: NumberChannelView;
  readonly requestTypes: SettingsView['requestTypes'];
  readonly refresh: () => Promise<void>;
  readonly close: () => void;
};

type Route = { readonly id: number; readonly keyword: string; readonly requestTypeId: string };

/** Fields with other ids are drawn anew: what was typed in the former ones is not in them. */
const routesOf = ({ routes = [] }: NumberChannelView, firstId: number): readonly Route[] =>
  routes.map((one, index) => ({ id: firstId + index, ...one }));

/** Which keyword raises which request type on one channel of a number. */
export const KeywordRoutes = ({ connection, number, row, requestTypes, refresh, close }: Props) => {
  const say = useSay();
  const saving = useSaving(refresh);
  const [shown] = useState(row);
  const [routes, setRoutes] = useState(() => routesOf(row, 0));
  const isTheirs = saving.call.refusal?.code === 'changed-meanwhile';
  const nextId = Math.max(-1, ...routes.map((one) => one.id)) + 1;
  const add = (): void => setRoutes([...routes, { id: nextId, keyword: '', requestTypeId: row.requestTypeId }]);
  const takeTheirs = (): void => {
    saving.edited();
    setRoutes(routesOf(row, nextId));
  };
  const edit = (route: Route): void => setRoutes(routes.map((one) => (one.id === route.id ? route : one)));
  const save = async (): Promise<void> => {
    const { receiver, display } = number;
    // Once somebody else's were told of, saving again replaces them.
    const from = isTheirs ? row : shown;
    const { channel, requestTypeId } = from;
    const kept = routes.filter(({ keyword }) => keyword.trim() !== '');
    const wanted = kept.map(({ id: _id, ...route }) => route);
    const channels = [
      { channel, requestTypeId, routes: wanted, from: { requestTypeId, routes: [...(from.routes ?? [])] } },
    ];
    if (await saving.save(() => ask('addNumber', { connection, receiver, display, channels }))) close();
  };
  return (
    <Card>
      <HelperMessage>{say('settings.keywords.help', { channel: say.code('channel', row.channel) })}</HelperMessage>
      {routes.map((route) => (
        <RouteRow
          key={route.id}
          route={route}
          requestTypes={requestTypes}
          edit={edit}
          remove={() => setRoutes(routes.filter(({ id }) => id !== route.id))}
        />
      ))}
      <Inline>
        <Button spacing="compact" onClick={add}>
          {say('settings.keywords.add')}
        </Button>
      </Inline>
      <RefusalNote refusal={saving.call.refusal} />
      {isTheirs && (
        <Inline>
          <Button spacing="compact" onClick={takeTheirs}>
            {say('settings.rules.take-theirs')}
          </Button>
        </Inline>
      )}
      <Inline space="space.100">
        <LoadingButton appearance="primary" isLoading={saving.call.busy} onClick={() => void save()}>
          {say('settings.keywords.save')}
        </LoadingButton>
        <Button appearance="subtle" onClick={close}>
          {say('screen.cancel')}
        </Button>
      </Inline>
    </Card>
  );
};

type RowProps = {
  readonly route: Route;
  readonly requestTypes: SettingsView['requestTypes'];
  readonly edit: (route: Route) => void;
  readonly remove: () => void;
};

const RouteRow = ({ route, requestTypes, edit, remove }: RowProps) => {
  const say = useSay();
  const options = requestTypes.map(({ id, name }) => ({ label: name, value: id }));
  const chosen = options.find(({ value }) => value === route.requestTypeId);
  const [word, type] = [`keyword-${route.id}`, `keyword-type-${route.id}`];
  return (
    <Inline space="space.200" alignBlock="end" shouldWrap>
      <Labelled id={word} label={say('settings.keywords.keyword')}>
        <Textfield
          id={word}
          maxLength={60}
          defaultValue={route.keyword}
          onChange={(event) => edit({ ...route, keyword: textOf(event) })}
        />
      </Labelled>
      <Labelled id={type} label={say('settings.keywords.type')}>
        <Select
          id={type}
          options={options}
          {...(chosen && { value: chosen })}
          onChange={(option: unknown) => edit({ ...route, requestTypeId: chosenValue(option) ?? route.requestTypeId })}
        />
      </Labelled>
      <Button appearance="subtle" onClick={remove}>
        {say('settings.keywords.remove')}
      </Button>
    </Inline>
  );
};
