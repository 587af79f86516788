import { useEffect, useRef, useState } from 'react';
import { sandbox, type Channel } from '../api/sandbox';
import type { PhoneContent } from '../shared/usePhoneMessages';
import { useSite } from '../shared/site';
import { clockTime } from '../shared/time';
import { useAction } from '../shared/useAction';
import { useLoaded } from '../shared/useLoaded';
import { Bubble } from './Bubble';
import { PhoneComposer } from './PhoneComposer';

const apps: readonly { readonly channel: Channel; readonly name: string }[] = [
  { channel: 'whatsapp', name: 'WhatsApp' },
  { channel: 'sms', name: 'SMS' },
];

/** A customer's phone: two apps, and in each one chat per business number. */
export function Phone({ phone }: { readonly phone: PhoneContent }) {
  const { state } = useSite();
  const [channel, setChannel] = useState<Channel>('whatsapp');
  const numbers = useBusinessNumbers(channel);
  const [picked, pick] = useState<string>();
  const newest = phone.messages.at(-1);
  // A phone lights up with what has just arrived, in the app it arrived in.
  useEffect(() => {
    if (!newest) return;
    setChannel(newest.channel);
    pick(newest.side === 'customer' ? newest.to : newest.from);
  }, [newest?.id]);
  const press = useAction((reply: { readonly text: string; readonly quotes: string }) =>
    sandbox.write(phone.number, { channel, to: business ?? '', pressed: true, ...reply }),
  );
  const business = numbers.find((number) => number === picked) ?? numbers[0];
  const chat = phone.messages.filter(
    (one) => one.channel === channel && (one.side === 'customer' ? one.to : one.from) === business,
  );
  return (
    <section
      className={`phone phone-${channel}`}
      aria-label={`Phone of ${phone.name}`}
      data-testid={`phone-${phone.number}`}
    >
      <div className="phone-status">
        <span>{clockTime(state.now)}</span>
        <span className="phone-notch" aria-hidden="true" />
        <span title={phone.number}>{phone.name.split(' ')[0]}</span>
      </div>
      <header className="phone-header">
        <strong>{phone.name}</strong>
        <small>{phone.number}</small>
        <label className="phone-to">
          <span>To</span>
          <select aria-label="Business number" value={business ?? ''} onChange={(event) => pick(event.target.value)}>
            {numbers.map((number) => (
              <option key={number}>{number}</option>
            ))}
          </select>
        </label>
      </header>
      <Chat key={`${channel}/${business ?? ''}`} count={chat.length}>
        {chat.map((message) => (
          <Bubble
            key={message.id}
            message={message}
            quoted={chat.find(({ id }) => id === message.quotes)}
            press={(text) => void press.run({ text, quotes: message.id })}
          />
        ))}
      </Chat>
      {business !== undefined && <PhoneComposer phone={phone} channel={channel} to={business} />}
      <div className="phone-apps" role="group" aria-label="Apps">
        {apps.map((app) => (
          <button
            key={app.channel}
            type="button"
            className={`phone-app phone-app-${app.channel}`}
            aria-pressed={app.channel === channel}
            onClick={() => setChannel(app.channel)}
          >
            {app.name}
          </button>
        ))}
      </div>
    </section>
  );
}

function Chat({ count, children }: { readonly count: number; readonly children: React.ReactNode }) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => end.current?.parentElement?.scrollTo({ top: end.current.parentElement.scrollHeight }), [count]);
  return (
    <div className="phone-chat" role="log" aria-label="Messages" tabIndex={0}>
      {count === 0 && <p className="phone-empty">No messages yet</p>}
      {children}
      <div ref={end} />
    </div>
  );
}

/** The numbers a customer could write to: those the providers have, connected or not. */
function useBusinessNumbers(channel: Channel): readonly string[] {
  const { value } = useLoaded('consoles', sandbox.consoles);
  const rows = (value?.carriers ?? []).flatMap((carrier) => carrier.numbers);
  return [...new Set(rows.filter((row) => row.channel === channel).map((row) => row.number))];
}
