import { z } from 'zod';
import type { Channel } from '../../domain/contact';
import { fail, ok, type Result } from '../../domain/result';
import { receiverOf } from '../addresses';
import { list, maybe } from '../lenient';
import { parseJson } from '../parseJson';
import type { AccountFacts, ProviderAnswer, ProviderRequest } from '../provider';
import { isGood } from '../sendResult';
import { errorIn, getRequest } from './api';

/**
 * Asks for the phone numbers of the account. WhatsApp channels are not among them: they are added by hand.
 * https://developers.messagebird.com/api/numbers#list-purchased-phone-numbers (read 2026-11)
 */
export const check = (accessKey: string): ProviderRequest =>
  getRequest('https://numbers.messagebird.com/v1/phone-numbers?limit=100', accessKey);

export function readCheck(answer: ProviderAnswer): Result<AccountFacts, string> {
  const body = parseJson(answer.body);
  const found = Numbers.safeParse(body);
  if (!isGood(answer) || !found.success) return fail(refusal(answer, body));
  const numbers = found.data.items.flatMap((raw) => PhoneNumber.safeParse(raw).data ?? []);
  const offered = numbers.filter(({ features }) => features?.includes('sms') ?? true).map(numberOf);
  return ok({
    title: `MessageBird accepts the access key. ${countOf(offered.length)}`,
    numbers: offered,
    ...(found.data.totalCount === numbers.length && { phones: numbers.map(({ number }) => receiverOf(number)) }),
  });
}

function refusal(answer: ProviderAnswer, body: unknown): string {
  const error = errorIn(body);
  if (answer.status === 401 || error?.code === '2')
    return 'MessageBird does not accept the access key. Please use a live key, not a test key.';
  if (answer.status >= 500)
    return `MessageBird cannot answer at the moment (HTTP ${answer.status}). Please try again later.`;
  const said = error?.detail;
  return `MessageBird refused the check (HTTP ${answer.status}).${said ? ` MessageBird says: ${said.slice(0, 300)}` : ''}`;
}

const countOf = (count: number): string =>
  count === 0
    ? 'The account has no phone number for SMS; WhatsApp channels are not listed here and can be added by hand.'
    : `The account has ${count} phone number${count > 1 ? 's' : ''} for SMS; WhatsApp channels can be added by hand.`;

function numberOf({ number }: z.infer<typeof PhoneNumber>) {
  const receiver = receiverOf(number);
  return { receiver, display: receiver, channels: ['sms'] satisfies Channel[] };
}

const Numbers = z.object({ items: list, totalCount: maybe(z.number()) });
const PhoneNumber = z.object({ number: z.string().min(1), features: maybe(z.array(z.string())) });
