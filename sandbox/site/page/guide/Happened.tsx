import { sandbox } from '../api/sandbox';
import { usePhones } from '../shared/usePhoneMessages';
import { useSite } from '../shared/site';
import { clockTimeWithSeconds, fullTime } from '../shared/time';
import { useLoaded } from '../shared/useLoaded';
import { happenings } from './happenings';

const daysMs = 3 * 86_400_000;

/** Webhook → request → phone, with times, as it really went. */
export function Happened() {
  const { state } = useSite();
  const { phones } = usePhones();
  const { value, error } = useLoaded('ledger', () =>
    sandbox.ledger(new Date(Date.parse(state.now) - daysMs).toISOString()),
  );
  const messages = phones.flatMap((phone) => phone.messages.map((message) => ({ ...message, owner: phone.name })));
  const lines = happenings(value?.entries ?? [], messages);
  if (error !== undefined) return <p role="alert">{error}</p>;
  if (lines.length === 0) return <p className="quiet">Nothing yet. Write something on a phone.</p>;
  return (
    <ol className="happened">
      {lines.map((line, index) => (
        <li key={`${line.at}/${index}`} className={line.isBad ? 'happened-bad' : ''}>
          <time title={fullTime(line.at)}>{clockTimeWithSeconds(line.at)}</time>
          <span className={`actor actor-${line.actor.toLowerCase()}`}>{line.actor}</span>
          <span>{line.text}</span>
        </li>
      ))}
    </ol>
  );
}
