import { Refused } from '../shared/Refused';
import { usePhones } from '../shared/usePhoneMessages';
import { Phone } from './Phone';

/** Two phones in view, each a customer. */
export function Phones() {
  const { phones, error } = usePhones();
  return (
    <section className="phones" aria-label="Phones of customers">
      <Refused error={error} />
      {phones.slice(0, 2).map((phone) => (
        <Phone key={phone.number} phone={phone} />
      ))}
    </section>
  );
}
