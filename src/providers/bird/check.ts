import { z } from 'zod';
import type { Channel } from '../../domain/contact';
import { fail, ok, type Result } from '../../domain/result';
import { maybe } from '../lenient';
import { parseJson } from '../parseJson';
import type { AccountFacts, ProviderAnswer, ProviderRequest } from '../provider';
import { isGood } from '../sendResult';
import { type BirdCredentials, errorIn, getRequest } from './outbound';

/** Asks for the channels of the workspace. https://docs.bird.com/api/channels-api/api-reference/channels (read 2026-11) */
export const check = (credentials: BirdCredentials): ProviderRequest => getRequest(credentials, 'channels?limit=100');

export function readCheck(answer: ProviderAnswer): Result<AccountFacts, string> {
  const body = parseJson(answer.body);
  const found = Channels.safeParse(body);
  if (!isGood(answer) || !found.success) return fail(refusal(answer, body));
  const numbers = found.data.results.flatMap(numberOf);
  const count = numbers.length === 1 ? '1 channel' : `${numbers.length} channels`;
  return ok({ title: `Bird accepts the access key. The workspace has ${count} for WhatsApp or SMS.`, numbers });
}

function refusal(answer: ProviderAnswer, body: unknown): string {
  if ([401, 403, 404].includes(answer.status))
    return 'Bird does not accept these credentials. Please compare the access key and the workspace ID.';
  if (answer.status >= 500) return `Bird cannot answer at the moment (HTTP ${answer.status}). Please try again later.`;
  const said = errorIn(body)?.detail;
  return `Bird refused the check (HTTP ${answer.status}).${said ? ` Bird says: ${said.slice(0, 300)}` : ''}`;
}

function numberOf(raw: unknown): AccountFacts['numbers'] {
  const { id, name, platformId } = BirdChannel.safeParse(raw).data ?? {};
  const [platform = ''] = platformId?.split('-') ?? [];
  const channel = PLATFORMS[platform];
  return id && channel ? [{ receiver: id, display: name ?? id, channels: [channel] }] : [];
}

/** `sms-messagebird` is a platform as well. */
const PLATFORMS: Readonly<Record<string, Channel>> = { whatsapp: 'whatsapp', sms: 'sms' };

const Channels = z.object({ results: z.array(z.unknown()) });
const BirdChannel = z.object({ id: z.string().min(1), name: maybe(z.string().min(1)), platformId: maybe(z.string()) });
