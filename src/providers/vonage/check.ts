import { z } from 'zod';
import { fail, ok, type Result } from '../../domain/result';
import { parseJson } from '../parseJson';
import type { AccountFacts, ProviderAnswer, ProviderRequest } from '../provider';
import { isGood } from '../sendResult';
import { authorized } from './authorized';
import type { VonageCredentials } from './credentials';
import { problemIn } from './errors';
import { templatesUrl } from './templates';

/**
 * Asks for something small that a token of the application opens: one template where the WhatsApp account is known, else
 * one file. Lists of numbers need the account's own key and secret, so numbers are added by hand.
 * https://developer.vonage.com/en/api/media (read 2026-11)
 */
export function check(credentials: VonageCredentials, now: Date): ProviderRequest {
  const { whatsAppAccountId: id } = credentials;
  const url = id ? templatesUrl(id, { limit: '1' }) : 'https://api.nexmo.com/v3/media?page_size=1';
  return authorized({ method: 'GET', url, headers: { accept: 'application/json' } }, credentials, now);
}

export function readCheck(
  answer: ProviderAnswer,
  { whatsAppAccountId }: VonageCredentials,
): Result<AccountFacts, string> {
  if (!isGood(answer) || !isObject(answer)) return fail(refusal(answer, whatsAppAccountId));
  const title = 'Vonage accepts the application and its private key. Numbers are added by hand.';
  return ok({ title, numbers: [] });
}

/** Not a page of some proxy on the way. */
const isObject = ({ body }: ProviderAnswer): boolean => z.looseObject({}).safeParse(parseJson(body)).success;

function refusal(answer: ProviderAnswer, whatsAppAccountId: string): string {
  const { status } = answer;
  if (status === 401) return 'Vonage does not accept the private key for this application ID. Please compare both.';
  if (status >= 500) return `Vonage cannot answer at the moment (HTTP ${status}). Please try again later.`;
  const said = problemIn(parseJson(answer.body))?.detail?.slice(0, 300);
  const hint = whatsAppAccountId ? ' Please compare the WhatsApp Business account ID.' : '';
  return `Vonage refused the check (HTTP ${status}).${hint}${said ? ` Vonage says: ${said}` : ''}`;
}
