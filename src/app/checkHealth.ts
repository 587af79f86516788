import { fail, type Result } from '../domain/result';
import type { BusinessNumber, Connection } from '../domain/settings';
import type { AccountFacts, Provider } from '../providers/provider';
import type { OpenConnection } from '../storage/connectionSchemas';
import { loadHealth, saveHealth, type Health } from '../storage/health';
import { askWebhooks, goneText, type WebhookNews } from './askWebhooks';
import { ask, restingText } from './ask';
import type { App } from './call';

const TIMEOUT_MS = 10_000;

/**
 * Asks the provider whether the stored credentials work, how the business numbers do and where their webhooks go, and keeps what came of it. The
 * failure is a sentence in the provider's words. Of a provider that wants to be left alone nothing is learned, and nothing kept.
 */
export async function checkHealth(app: App, open: OpenConnection): Promise<Result<AccountFacts, string>> {
  const asked = await askProvider(app, open);
  if (asked.kind === 'resting') return fail(asked.text);
  await keep(app, open, asked.facts);
  return asked.facts;
}

async function keep(app: App, open: OpenConnection, facts: Result<AccountFacts, string>): Promise<void> {
  const webhooks = facts.ok ? await askWebhooks(app, open) : NOTHING_ASKED;
  const { store, clock, log } = app.ports;
  const { id } = open.connection;
  const before = await loadHealth(store, id);
  const health = healthNow(open.connection, { facts, webhooks, before, at: clock.now() });
  await saveHealth(store, id, health);
  if (!isWell(health) && (!before || isWell(before)))
    log.warn('connection needs attention', { connection: id, works: health.works, troubles: health.troubles.length });
}

export const isWell = ({ works, troubles }: Pick<Health, 'works' | 'troubles'>): boolean =>
  works && troubles.length === 0;

type Asked =
  | { readonly kind: 'told'; readonly facts: Result<AccountFacts, string> }
  | { readonly kind: 'resting'; readonly text: string };

const told = (facts: Result<AccountFacts, string>): Asked => ({ kind: 'told', facts });

async function askProvider(app: App, { connection, credentials }: OpenConnection): Promise<Asked> {
  const provider = app.registry.get(connection.provider);
  if (!provider) return told(fail(`This version of OmniChat does not know the provider ${connection.provider}.`));
  const gateway = provider.connect(credentials);
  if (!gateway.ok) return told(gateway);
  const { clock, http, log } = app.ports;
  const asked = await ask(app, { connection: connection.id, errand: 'check' }, () =>
    http.send(gateway.value.check(new Date(clock.now())), TIMEOUT_MS),
  );
  if (asked.kind === 'answered') return told(gateway.value.readCheck(asked.answer));
  if (asked.kind !== 'no-answer') return { kind: 'resting', text: restingText(app, provider.title, asked.until) };
  log.warn('provider gave no answer to a check', { connection: connection.id, error: asked.error });
  return told(fail(noAnswerFrom(provider)));
}

const noAnswerFrom = ({ title }: Provider): string =>
  `${title} did not answer within ${TIMEOUT_MS / 1_000} seconds. Please try again later.`;

type Told = {
  readonly webhooks: WebhookNews;
  readonly facts: Result<AccountFacts, string>;
  readonly before: Health | undefined;
  readonly at: number;
};

const NOTHING_ASKED: WebhookNews = { troubles: [] };

function healthNow(connection: Connection, { facts, webhooks, before, at }: Told): Health {
  const found = facts.ok
    ? {
        works: true,
        message: facts.value.title,
        troubles: [...troublesOf(connection, facts.value), ...webhooks.troubles],
      }
    : { works: false, message: facts.failure, troubles: [] };
  const since = before && isWell(before) === isWell(found) ? before.since : at;
  return { version: 1, at, ...found, ...(webhooks.state && { webhook: webhooks.state }), since };
}

/** Of the business numbers that were added; what else the account has concerns nobody here. */
function troublesOf({ numbers }: Connection, facts: AccountFacts): readonly string[] {
  return numbers.flatMap((number) => {
    const known = facts.numbers.find(({ receiver }) => receiver === number.receiver);
    if (known) return known.trouble ?? [];
    return facts.isComplete || isReleased(number, facts) ? goneText(number.display) : [];
  });
}

/** A list without plus signs tells one of 7 or 8 digits without. Short codes and names are in no list of phone numbers, and WhatsApp takes numbers of other companies. */
const isReleased = ({ receiver, channels }: BusinessNumber, { phones }: AccountFacts): boolean =>
  phones !== undefined &&
  channels.every(({ channel }) => channel === 'sms') &&
  /^\+\d{7,15}$/.test(receiver) &&
  ![receiver, receiver.slice(1)].some((spelled) => phones.includes(spelled));
