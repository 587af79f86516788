import type { Run } from '../books';
import { DESKS, PHONES } from '../people';
import { deskOf, recordsOf } from '../records';
import type { StaffStep } from '../story';
import type { Doings } from './doing';

export const STAFF: Doings<StaffStep> = {
  'staff-writes'(run, { phone, desk, token }) {
    const to = run.books.phones[phone] ?? PHONES[0];
    const { whatsapp: from } = DESKS[desk] ?? DESKS[0];
    run.books.echoes.set(token, activeAt(run, to, from));
    run.world.staffWrites({ from, to, text: `${token} from the shop` });
  },
};

/** The conversation that this business number has with the phone. */
const activeAt = (run: Run, phone: string, number: string) =>
  recordsOf(run.world).active.find(({ id, state, route: { channel, address } }) => {
    const isTheirs = channel === 'whatsapp' && address.kind === 'phone' && address.phone === phone;
    return isTheirs && state === 'active' && deskOf(run, id).whatsapp === number;
  })?.id;
