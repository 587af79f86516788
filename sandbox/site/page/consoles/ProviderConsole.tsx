import Button from '@atlaskit/button/new';
import { Label } from '@atlaskit/form';
import SectionMessage from '@atlaskit/section-message';
import Textfield from '@atlaskit/textfield';
import { useState, type FormEvent } from 'react';
import { sandbox, type Console } from '../api/sandbox';
import { useAction } from '../shared/useAction';
import { Copyable } from './Copyable';
import { StaffApp } from './StaffApp';

const channels = { whatsapp: 'WhatsApp', sms: 'SMS' } as const;

export const ProviderConsole = ({ carrier }: { readonly carrier: Console }) => (
  <div className="console" data-testid={`console-${carrier.id}`}>
    <h3>Credentials</h3>
    {Object.entries(carrier.credentials).map(([name, value]) => (
      <Copyable key={name} name={wordsOf(name)} value={value} />
    ))}
    <h3>Numbers</h3>
    {carrier.numbers.map((row) => (
      <Copyable
        key={`${row.channel}/${row.receiver}`}
        name={`${row.number} ${channels[row.channel]}`}
        value={row.receiver}
      />
    ))}
    <h3>Webhook</h3>
    <Webhook carrier={carrier} />
    {carrier.staffWrite && <StaffApp carrier={carrier} />}
  </div>
);

/** `phoneNumberId` → `Phone number ID`. */
export function wordsOf(name: string): string {
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  const named = words.replace(/\b(id|sid)\b/g, (short) => short.toUpperCase());
  return named.charAt(0).toUpperCase() + named.slice(1);
}

function Webhook({ carrier }: { readonly carrier: Console }) {
  const [url, setUrl] = useState(carrier.webhook.url ?? '');
  const [answer, setAnswer] = useState<{ ok: boolean; message: string }>();
  const save = useAction(async () => setAnswer(await sandbox.setWebhook(carrier.id, url.trim())));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save.run();
  };
  const id = `webhook-${carrier.id}`;
  return (
    <form className="console-webhook" onSubmit={submit}>
      <Label htmlFor={id}>Webhook address</Label>
      <Textfield
        id={id}
        placeholder="Paste the address from OmniChat’s settings"
        value={url}
        onChange={(event) => setUrl((event.target as HTMLInputElement).value)}
      />
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={save.busy} isDisabled={!url.trim()}>
          Save
        </Button>
        {carrier.webhook.lastStatus !== undefined && <small>Last answer: {carrier.webhook.lastStatus}</small>}
      </div>
      {answer && <SectionMessage appearance={answer.ok ? 'success' : 'error'}>{answer.message}</SectionMessage>}
      {save.error !== undefined && <SectionMessage appearance="error">{save.error}</SectionMessage>}
    </form>
  );
}
