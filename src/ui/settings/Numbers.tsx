import { Button, Heading, Inline, Stack, Text } from '@forge/react';
import type { ConnectionView, SettingsView } from '../../contract/views';
import { Card } from '../shared/Card';
import { useSay } from '../shared/useSay';
import type { NumberDraft } from './numberDraft';
import { NumberForm } from './NumberForm';
import { NumberRow } from './NumberRow';

type Props = {
  readonly connection: ConnectionView;
  readonly view: SettingsView;
  readonly adding: NumberDraft | undefined;
  readonly setAdding: (draft: NumberDraft | undefined) => void;
  readonly refresh: () => Promise<void>;
};

/** The business numbers of a connection, with the request type of each channel, and the form that adds one. */
export const Numbers = ({ connection, view, adding, setAdding, refresh }: Props) => {
  const say = useSay();
  const provider = view.providers.find(({ id }) => id === connection.provider);
  const added = async (): Promise<void> => {
    await refresh();
    setAdding(undefined);
  };
  return (
    <Stack space="space.100">
      <Heading as="h4" size="xsmall">
        {say('settings.numbers.title')}
      </Heading>
      {connection.numbers.length === 0 && !adding && (
        <Text color="color.text.subtle">{say('settings.numbers.none')}</Text>
      )}
      {connection.numbers.map((number) => (
        <NumberRow
          key={number.id}
          connection={connection.id}
          number={number}
          requestTypes={view.requestTypes}
          refresh={refresh}
        />
      ))}
      {adding && provider && (
        <Card>
          <NumberForm
            key={adding.receiver ?? ''}
            draft={adding}
            connection={connection}
            provider={provider}
            requestTypes={view.requestTypes}
            lacksFallback={view.rules.project.fallbackRequestTypeId === ''}
            added={added}
            cancel={() => setAdding(undefined)}
          />
        </Card>
      )}
      {!adding && provider && (
        <Inline>
          <Button onClick={() => setAdding({})}>{say('settings.numbers.add')}</Button>
        </Inline>
      )}
    </Stack>
  );
};
