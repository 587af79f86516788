/** Who takes part: two customers in every story and one in some endings, two agents, and the business numbers of two service projects. */
export const PHONES = ['+385991903327', '+4915117607506', '+436701112233'] as const;
/** The customer of an ending: nothing of what went before concerns them. */
export const NEWCOMER = 2;
/** Writes only when all is over. */
export const STRANGER = '+436601234567';
export const AGENTS = ['ben@example.com', 'mia@example.com'] as const;

/** The second desk has rules of its own, at the same providers' accounts. */
export const DESKS = [
  { project: 'SUP', whatsapp: '+4930901820', sms: '+385951006719' },
  { project: 'OPS', whatsapp: '+4930901821', sms: '+385951006720' },
] as const;
export const NUMBERS = DESKS[0];
/** A further number of the first desk, in stories that need one whose provider has an inbox of its own. */
export const WITH_INBOX = { desk: 2, provider: 'messagebird', whatsapp: '+31970010240127' } as const;

/** The n-th further phone of a customer. */
export const newPhone = (customer: number, ordinal: number): string =>
  `${NEW_PHONES[customer] ?? NEW_PHONES[0]}${String(ordinal).padStart(2, '0')}`;

const NEW_PHONES = ['+3859919034', '+49151176076', '+4367011123'] as const;
