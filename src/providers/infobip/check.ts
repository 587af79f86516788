import { z } from 'zod';
import { type Channel, CHANNELS } from '../../domain/contact';
import { fail, ok, type Result } from '../../domain/result';
import { receiverOf } from '../addresses';
import { list, maybe } from '../lenient';
import { parseJson } from '../parseJson';
import type { AccountFacts, ProviderAnswer, ProviderRequest } from '../provider';
import { isGood } from '../sendResult';
import { type Account, getRequest } from './account';
import { errorIn } from './errors';

/** Asks for the numbers of the account. https://www.infobip.com/docs/api/platform/numbers (read 2026-11) */
export const check = (account: Account): ProviderRequest => getRequest(account, '/numbers/1/numbers?limit=100');

export function readCheck(answer: ProviderAnswer): Result<AccountFacts, string> {
  // The key is known but must not list numbers: that needs the scope numbers:manage, sending does not.
  if (answer.status === 403) return ok({ title: WITHOUT_NUMBERS, numbers: [] });
  const body = parseJson(answer.body);
  const found = Numbers.safeParse(body);
  if (!isGood(answer) || !found.success) return fail(refusal(answer, body));
  const rows = found.data.numbers.flatMap((raw) => OwnNumber.safeParse(raw).data ?? []);
  const numbers = [...new Set(rows.map(({ number }) => receiverOf(number)))].flatMap((receiver) => {
    const carried = rows.filter(({ number }) => receiverOf(number) === receiver).map(channelOf);
    const channels = CHANNELS.filter((channel) => carried.includes(channel));
    return channels.length > 0 ? [{ receiver, display: receiver, channels }] : [];
  });
  const phones = rows.map(({ number }) => receiverOf(number));
  const isWhole = found.data.numberCount === rows.length && rows.length < SMALLEST_PAGE;
  return ok({
    title: `Infobip accepts the API key. ${countOf(numbers.length)}`,
    numbers,
    ...(isWhole && { phones }),
  });
}

/** Unless more is asked for; how much more Infobip gives at once it does not say. A page that is not full is the whole list. */
const SMALLEST_PAGE = 50;

const WITHOUT_NUMBERS =
  'Infobip accepts the API key, but the key may not list the numbers of the account: please add them by hand.';

function refusal(answer: ProviderAnswer, body: unknown): string {
  if (answer.status === 401)
    return 'Infobip does not accept these credentials. Please compare the API base URL and the API key.';
  if (answer.status >= 500)
    return `Infobip cannot answer at the moment (HTTP ${answer.status}). Please try again later.`;
  const said = errorIn(body)?.detail;
  return `Infobip refused the check (HTTP ${answer.status}).${said ? ` Infobip says: ${said.slice(0, 300)}` : ''}`;
}

const countOf = (count: number): string =>
  count === 0
    ? 'The account lists no number for SMS or WhatsApp; numbers can be added by hand.'
    : `The account has ${count} number${count > 1 ? 's' : ''} for SMS or WhatsApp.`;

const channelOf = ({ type, capabilities }: z.infer<typeof OwnNumber>): Channel | undefined => {
  if (type === 'WHATSAPP') return 'whatsapp';
  return capabilities.includes('SMS') ? 'sms' : undefined;
};

const Numbers = z.object({ numbers: list, numberCount: maybe(z.number()) });
const OwnNumber = z.object({ number: z.string().min(1), type: maybe(z.string()), capabilities: list });
