import { z } from 'zod';
import { fail, ok, type Result } from '../../domain/result';
import { list, maybe } from '../lenient';
import { parseJson } from '../parseJson';
import type { AccountFacts, ProviderAnswer, ProviderRequest } from '../provider';
import { isGood } from '../sendResult';
import { e164 } from './identity';
import { errorIn, getRequest } from './outbound';

/** Asks for the numbers of the WhatsApp Business account: that needs the very rights that sending needs. */
export const check = (businessAccountId: string, accessToken: string): ProviderRequest =>
  getRequest(
    `${encodeURIComponent(businessAccountId)}/phone_numbers?fields=id,display_phone_number,verified_name&limit=100`,
    accessToken,
  );

export function readCheck(answer: ProviderAnswer, phoneNumberId: string): Result<AccountFacts, string> {
  const body = parseJson(answer.body);
  const found = Numbers.safeParse(body);
  if (!isGood(answer) || !found.success) return fail(refusal(answer, body));
  const numbers = found.data.data.flatMap((raw) => BusinessNumber.safeParse(raw).data ?? []).map(numberOf);
  if (!numbers.some(({ receiver }) => receiver === phoneNumberId))
    return fail(`Meta accepts the access token, but this account has no phone number with the ID ${phoneNumberId}.`);
  return ok({ title: `Meta accepts the access token. ${countOf(numbers.length)}`, numbers });
}

function refusal(answer: ProviderAnswer, body: unknown): string {
  const said = errorIn(body)?.detail;
  const because = said ? ` Meta says: ${said.slice(0, 300)}` : '';
  if (answer.status === 401) return `Meta does not accept the access token.${because}`;
  if (answer.status >= 500) return `Meta cannot answer at the moment (HTTP ${answer.status}). Please try again later.`;
  return `Meta refused the check (HTTP ${answer.status}). Please compare the WhatsApp Business account ID and the rights of the access token.${because}`;
}

const countOf = (count: number): string => `The account has ${count} phone number${count > 1 ? 's' : ''}.`;

const numberOf = (number: z.infer<typeof BusinessNumber>) => ({
  receiver: number.id,
  display: e164(number.display_phone_number) ?? number.verified_name ?? number.id,
  channels: ['whatsapp' as const],
});

const Numbers = z.object({ data: list });
const BusinessNumber = z.object({
  id: z.string(),
  display_phone_number: maybe(z.string()),
  verified_name: maybe(z.string()),
});
