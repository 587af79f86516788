import Button from '@atlaskit/button/new';
import { Label } from '@atlaskit/form';
import SectionMessage from '@atlaskit/section-message';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useState, type FormEvent } from 'react';
import { sandbox, type Console, type PhoneOwner } from '../api/sandbox';
import { useAction } from '../shared/useAction';
import { useLoaded } from '../shared/useLoaded';

/** The business's own phone, on a number that both the WhatsApp Business app and the API use: what is written here, OmniChat is told. */
export function StaffApp({ carrier }: { readonly carrier: Console }) {
  const { value } = useLoaded('phones', sandbox.phones);
  const numbers = carrier.numbers.filter(({ channel }) => channel === 'whatsapp').map(({ number }) => option(number));
  const customers = (value?.phones ?? []).map(({ number, name }) => option(number, name));
  const [from, setFrom] = useState<Option>();
  const [to, setTo] = useState<Option>();
  const [text, setText] = useState('');
  const [business, customer] = [from ?? numbers[0], to ?? customers[0]];
  const send = useAction(async (typed: string) => {
    if (!business || !customer) return;
    await sandbox.staffWrite(carrier.id, { from: business.value, to: customer.value, text: typed });
    setText('');
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send.run(text.trim());
  };
  return (
    <>
      <h3>WhatsApp Business app</h3>
      <p className="console-hint">Answer from the business’s phone: OmniChat is told and shows the message.</p>
      <form className="console-webhook" onSubmit={submit}>
        <Choice id="staff-from" label="From" options={numbers} value={business} onChange={setFrom} />
        <Choice id="staff-to" label="To" options={customers} value={customer} onChange={setTo} />
        <Label htmlFor="staff-text">Message</Label>
        <Textfield
          id="staff-text"
          placeholder="Write a message"
          value={text}
          onChange={(event) => setText((event.target as HTMLInputElement).value)}
        />
        <div className="buttons">
          <Button
            type="submit"
            appearance="primary"
            isLoading={send.busy}
            isDisabled={!text.trim() || !business || !customer}
          >
            Send
          </Button>
        </div>
        {send.error !== undefined && <SectionMessage appearance="error">{send.error}</SectionMessage>}
      </form>
    </>
  );
}

type Option = { readonly label: string; readonly value: string };
type ChoiceParts = {
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: Option | undefined;
  readonly onChange: (option: Option) => void;
};

const Choice = ({ id, label, options, value, onChange }: ChoiceParts) => (
  <>
    <Label htmlFor={id}>{label}</Label>
    <Select
      inputId={id}
      options={options}
      value={value ?? null}
      onChange={(option) => {
        if (option) onChange(option);
      }}
    />
  </>
);

const option = (number: string, name: PhoneOwner['name'] = ''): Option => ({
  label: name ? `${name} · ${number}` : number,
  value: number,
});
