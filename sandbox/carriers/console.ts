import type { Account } from './account';
import type { BusinessNumber, Carrier } from './carrier';

type Wanted = Parameters<Carrier['addNumber']>[0];
type Console = Pick<Carrier, 'credentials' | 'numbers' | 'addNumber' | 'webhook' | 'outbox' | 'setSwitches'>;

/** What the console of every provider does. `receiverOf`: how webhooks and sends name a new number; by default as it is. */
export const consoleOf = ({ own }: Account, receiverOf = ({ number }: Wanted): string => number): Console => ({
  credentials: () => own.credentials,
  numbers: () => own.numbers,
  addNumber({ channel, number }) {
    const added: BusinessNumber = { channel, number, receiver: receiverOf({ channel, number }) };
    own.numbers.push(added);
    return added;
  },
  webhook: () => own.webhook,
  outbox: () => own.outbox,
  setSwitches: (switches) => void Object.assign(own.switches, switches),
});

type Said = { readonly ok: boolean; readonly message: string };

/** Most providers take any address as it is: they ask it nothing first. `taken` is what the console says then. */
export function takeAddress({ own }: Account, url: string, taken: string): Said {
  if (!URL.canParse(url)) return { ok: false, message: 'The webhook URL is not a valid URL.' };
  own.webhook = { url };
  return { ok: true, message: taken };
}
