import { z } from 'zod';
import type { Channel } from '../../domain/contact';
import { fail, ok, type Result } from '../../domain/result';
import { list, maybe } from '../lenient';
import { parseJson } from '../parseJson';
import type { AccountFacts, ProviderAnswer, ProviderRequest } from '../provider';
import { isGood } from '../sendResult';
import { errorIn, getRequest } from './outbound';
import type { TwilioCredentials } from './verify';

/** Asks for the phone numbers of the account. WhatsApp senders are not among them: they are added by hand. */
export const check = (credentials: TwilioCredentials): ProviderRequest =>
  getRequest(credentials, 'IncomingPhoneNumbers.json?PageSize=100');

export function readCheck(answer: ProviderAnswer): Result<AccountFacts, string> {
  const body = parseJson(answer.body);
  const found = Numbers.safeParse(body);
  if (!isGood(answer) || !found.success) return fail(refusal(answer, body));
  const numbers = found.data.incoming_phone_numbers.flatMap((raw) => PhoneNumber.safeParse(raw).data ?? []);
  const offered = numbers.filter(({ capabilities }) => capabilities?.sms !== false).map(numberOf);
  return ok({ title: `Twilio accepts the auth token. ${countOf(offered.length)}`, numbers: offered });
}

function refusal(answer: ProviderAnswer, body: unknown): string {
  if (answer.status === 401 || answer.status === 404)
    return 'Twilio does not accept these credentials. Please compare the account SID and the auth token.';
  if (answer.status >= 500)
    return `Twilio cannot answer at the moment (HTTP ${answer.status}). Please try again later.`;
  const said = errorIn(body)?.detail;
  return `Twilio refused the check (HTTP ${answer.status}).${said ? ` Twilio says: ${said.slice(0, 300)}` : ''}`;
}

const countOf = (count: number): string =>
  count === 0
    ? 'The account has no phone number for SMS; WhatsApp senders are not listed here and can be added by hand.'
    : `The account has ${count} phone number${count > 1 ? 's' : ''} for SMS; WhatsApp senders can be added by hand.`;

const numberOf = ({ phone_number }: z.infer<typeof PhoneNumber>) => ({
  receiver: phone_number,
  display: phone_number,
  channels: ['sms'] satisfies Channel[],
});

const Numbers = z.object({ incoming_phone_numbers: list });
const PhoneNumber = z.object({
  phone_number: z.string(),
  capabilities: maybe(z.object({ sms: maybe(z.boolean()) })),
});
