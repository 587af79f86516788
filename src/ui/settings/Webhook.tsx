import { useState } from 'react';
import {
  Button,
  HelperMessage,
  Inline,
  Label,
  List,
  ListItem,
  SectionMessage,
  Stack,
  Text,
  Textfield,
} from '@forge/react';
import type { ConnectionView } from '../../contract/views';
import { dateAndTime } from '../shared/clock';
import { useSay } from '../shared/useSay';
import { useReader } from '../shared/Viewer';

/** Where the provider posts to, and how to set that up there. The steps are open until the connection has a number. */
export const Webhook = ({ connection }: { readonly connection: ConnectionView }) => {
  const say = useSay();
  const [open, setOpen] = useState(connection.numbers.length === 0);
  const id = `webhook-${connection.id}`;
  return (
    <Stack space="space.100">
      <Stack space="space.0">
        <Label labelFor={id}>{say('settings.webhook.label')}</Label>
        <Textfield id={id} name={id} value={connection.webhookUrl} isReadOnly isMonospaced />
        <HelperMessage>{say('settings.webhook.help')}</HelperMessage>
      </Stack>
      <Refused refused={connection.refused} />
      {open && (
        <List type="ordered">
          {connection.steps.map((step) => (
            <ListItem key={step}>{step}</ListItem>
          ))}
        </List>
      )}
      <Inline>
        <Button appearance="subtle" spacing="compact" onClick={() => setOpen(!open)}>
          {say(open ? 'settings.webhook.hide-steps' : 'settings.webhook.show-steps')}
        </Button>
      </Inline>
    </Stack>
  );
};

const Refused = ({ refused: { count, lastAt } }: { readonly refused: ConnectionView['refused'] }) => {
  const say = useSay();
  const reader = useReader();
  if (count === 0) return null;
  const at = lastAt === undefined ? '' : dateAndTime(Date.parse(lastAt), reader);
  return (
    <SectionMessage appearance="warning">
      <Text>{say(count === 1 ? 'settings.webhook.refused-one' : 'settings.webhook.refused', { count, at })}</Text>
    </SectionMessage>
  );
};
