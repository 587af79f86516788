import { useState } from 'react';
import {
  Button,
  Code,
  CodeBlock,
  Heading,
  HelperMessage,
  Inline,
  List,
  ListItem,
  SectionMessage,
  Stack,
  Text,
} from '@forge/react';
import type { ConnectionView } from '../../contract/views';
import { dateAndTime } from '../shared/clock';
import { useSay } from '../shared/useSay';
import { useReader } from '../shared/Viewer';

/** `showLineNumbers`: the newer name of it UI Kit does not take yet. */
const WHOLE = { showLineNumbers: false, shouldWrapLongLines: true } as const;

/** Where the provider posts to, and how to set that up there. The steps are open until the connection has a number. */
export const Webhook = ({ connection }: { readonly connection: ConnectionView }) => {
  const say = useSay();
  const [open, setOpen] = useState(connection.numbers.length === 0);
  return (
    <Stack space="space.100">
      <Stack space="space.050">
        <Heading as="h4" size="xxsmall">
          {say('settings.webhook.label')}
        </Heading>
        {/* UI Kit has no copy button, and its hidden frame may not use the clipboard: whole and in one line, three clicks select it. */}
        <CodeBlock text={connection.webhookUrl} {...WHOLE} />
        <HelperMessage>{say('settings.webhook.help')}</HelperMessage>
      </Stack>
      <Refused refused={connection.refused} />
      {open && (
        <List type="ordered">
          {connection.steps.map((step) => (
            <ListItem key={step}>
              <Step text={step} address={connection.webhookUrl} />
            </ListItem>
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

/** A step, with the address to enter as code: some providers want an ending of their own behind it. */
const Step = ({ text, address }: { readonly text: string; readonly address: string }) => {
  const start = text.indexOf(address);
  if (start < 0) return <>{text}</>;
  const [entered = address] = text.slice(start).split(' ');
  return (
    <>
      {text.slice(0, start)}
      <Code>{entered}</Code>
      {text.slice(start + entered.length)}
    </>
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
