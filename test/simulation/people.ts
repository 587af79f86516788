/** Who takes part in every story: two customers, two agents, and the business numbers of two service projects. */
export const PHONES = ['+385991903327', '+4915117607506'] as const;
/** Writes only when all is over. */
export const STRANGER = '+436601234567';
export const AGENTS = ['ben@example.com', 'mia@example.com'] as const;

/** The second desk has rules of its own, at the same providers' accounts. */
export const DESKS = [
  { project: 'SUP', whatsapp: '+4930901820', sms: '+385951006719' },
  { project: 'OPS', whatsapp: '+4930901821', sms: '+385951006720' },
] as const;
export const NUMBERS = DESKS[0];

/** The n-th further phone of a customer. */
export const newPhone = (customer: number, ordinal: number): string =>
  `${customer === 0 ? '+3859919034' : '+49151176076'}${String(ordinal).padStart(2, '0')}`;
