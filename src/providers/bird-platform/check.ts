import { fail, ok, type Result } from '../../domain/result';
import { parseJson } from '../parseJson';
import type { AccountFacts, ProviderAnswer, ProviderRequest } from '../provider';
import { isGood } from '../sendResult';
import { errorIn } from './errors';
import { getRequest } from './outbound';

/** Bird has no request that asks who one is, nor one that lists numbers: a list of one message needs a good key. */
export const check = (apiKey: string): ProviderRequest => getRequest('/v1/whatsapp/messages?limit=1', apiKey);

export function readCheck(answer: ProviderAnswer): Result<AccountFacts, string> {
  if (isGood(answer)) return ok({ title: GOOD, numbers: [] });
  const said = errorIn(parseJson(answer.body))?.detail?.slice(0, 300);
  return fail(`${refusal(answer)}${said ? ` Bird says: ${said}` : ''}`);
}

const GOOD = 'Bird accepts the API key. It does not list its numbers here: please add them by hand.';

function refusal({ status }: ProviderAnswer): string {
  if (status === 401) return 'Bird does not accept the API key.';
  if (status === 403) return 'Bird knows the API key, but it may not read WhatsApp messages.';
  if (status === 421) return 'The API key belongs to another region of Bird.';
  if (status >= 500) return `Bird cannot answer at the moment (HTTP ${status}). Please try again later.`;
  return `Bird refused the check (HTTP ${status}).`;
}
