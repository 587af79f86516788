import { z } from 'zod';
import { fail, ok, type Result } from '../../domain/result';
import { list, maybe } from '../lenient';
import { parseJson } from '../parseJson';
import type { AccountFacts, ProviderAnswer, ProviderRequest } from '../provider';
import { isGood } from '../sendResult';
import { e164 } from './identity';
import { errorIn, getRequest } from './outbound';

const PAGE = 100;

/** Asks for the numbers of the WhatsApp Business account: that needs the very rights that sending needs. */
export const check = (businessAccountId: string, accessToken: string): ProviderRequest =>
  getRequest(
    `${encodeURIComponent(businessAccountId)}/phone_numbers?fields=id,display_phone_number,verified_name,quality_rating,status&limit=${PAGE}`,
    accessToken,
  );

export function readCheck(answer: ProviderAnswer, phoneNumberId: string): Result<AccountFacts, string> {
  const body = parseJson(answer.body);
  const found = Numbers.safeParse(body);
  if (!isGood(answer) || !found.success) return fail(refusal(answer, body));
  const numbers = found.data.data.flatMap((raw) => BusinessNumber.safeParse(raw).data ?? []).map(numberOf);
  if (!numbers.some(({ receiver }) => receiver === phoneNumberId))
    return fail(`Meta accepts the access token, but this account has no phone number with the ID ${phoneNumberId}.`);
  const title = `Meta accepts the access token. ${countOf(numbers.length)}`;
  return ok({ title, numbers, ...(found.data.data.length < PAGE && { isComplete: true }) });
}

function refusal(answer: ProviderAnswer, body: unknown): string {
  const said = errorIn(body)?.detail;
  const because = said ? ` Meta says: ${said.slice(0, 300)}` : '';
  if (answer.status === 401) return `Meta does not accept the access token.${because}`;
  if (answer.status >= 500) return `Meta cannot answer at the moment (HTTP ${answer.status}). Please try again later.`;
  return `Meta refused the check (HTTP ${answer.status}). Please compare the WhatsApp Business account ID and the rights of the access token.${because}`;
}

const countOf = (count: number): string => `The account has ${count} phone number${count > 1 ? 's' : ''}.`;

function numberOf(number: z.infer<typeof BusinessNumber>): AccountFacts['numbers'][number] {
  const display = e164(number.display_phone_number) ?? number.verified_name ?? number.id;
  const trouble = troubleOf(number, display);
  return { receiver: number.id, display, channels: ['whatsapp'], ...(trouble && { trouble }) };
}

/**
 * Statuses and ratings that ask for somebody's attention; Meta knows others, and adds some.
 * https://developers.facebook.com/docs/whatsapp/business-management-api/manage-phone-numbers (read 2026-11)
 */
const TROUBLES: Readonly<Record<string, string>> = {
  PENDING: 'is not registered yet',
  FLAGGED: 'is flagged for low quality',
  RESTRICTED: 'has reached its messaging limit',
  RATE_LIMITED: 'has reached its rate limit',
  DISCONNECTED: 'is disconnected',
  OFFLINE: 'is offline',
  MIGRATED: 'was moved to another account',
  DELETED: 'was deleted',
  BANNED: 'is banned',
};

function troubleOf({ status, quality_rating }: z.infer<typeof BusinessNumber>, display: string): string | undefined {
  const known = TROUBLES[status ?? ''];
  if (known) return `Meta says that ${display} ${known} (${status}).`;
  return quality_rating === 'RED' ? `Meta says that the quality of ${display} is low (RED).` : undefined;
}

const Numbers = z.object({ data: list });
const BusinessNumber = z.object({
  id: z.string(),
  display_phone_number: maybe(z.string()),
  verified_name: maybe(z.string()),
  quality_rating: maybe(z.string()),
  status: maybe(z.string()),
});
