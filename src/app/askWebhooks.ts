import type { BusinessNumber } from '../domain/settings';
import type { NumberAsked, Provider, ProviderAnswer, ProviderRequest, WebhookPlace } from '../providers/provider';
import type { OpenConnection } from '../storage/connectionSchemas';
import type { WebhookState } from '../storage/health';
import { ask } from './ask';
import type { App } from './call';
import { gatewayOf } from './vouching';
import { webhookUrl } from './webhookUrl';

const TIMEOUT_MS = 5_000;

export type WebhookNews = { readonly state?: WebhookState; readonly troubles: readonly string[] };

/** Asks the provider where it sends what customers write to the connection's numbers. Nothing to ask about: no state. */
export async function askWebhooks(app: App, open: OpenConnection): Promise<WebhookNews> {
  const provider = app.registry.get(open.connection.provider);
  const asked = open.connection.numbers.flatMap(askedOf);
  if (!provider || asked.length === 0) return { troubles: [] };
  const requests = gatewayOf(app, open)?.webhooks;
  if (!requests) return { state: 'cannot-ask', troubles: [] };
  const [own, answers] = await Promise.all([
    app.ports.site.webTriggerUrl(),
    Promise.all(requests.toRequests(asked).map((request) => answerTo(app, open, request))),
  ]);
  const url = webhookUrl(own, open.connection);
  const places = requests.readAnswers(answers, asked);
  const held = places.flatMap((place) => heldAgainst(open.connection.numbers, place));
  const there = places.filter(({ isGone }) => !isGone);
  if (there.length === 0) return { state: 'not-told', troubles: held };
  const astray = there.filter(({ urls }) => !urls.some((one) => isSame(one, url)));
  const lost = astray.find(({ urls }) => urls.length === 0);
  const troubles = [...held, ...astray.map((place) => astrayText(provider, open.connection.numbers, place))];
  if (astray.length === 0) return { state: 'ours', troubles };
  return { state: lost ? 'none' : 'elsewhere', troubles };
}

const askedOf = ({ receiver, channels }: BusinessNumber): readonly NumberAsked[] =>
  channels.map(({ channel }) => ({ receiver, channel }));

/** Twilio keeps what stands behind `#` for itself. */
const isSame = (one: string, other: string): boolean => bare(one) === bare(other);
const bare = (url: string): string => url.replace(/#.*$/, '').replace(/\/$/, '');

const displayOf = (numbers: readonly BusinessNumber[], receiver: string): string =>
  numbers.find((number) => number.receiver === receiver)?.display ?? receiver;

function heldAgainst(
  numbers: readonly BusinessNumber[],
  { receiver, trouble, isGone }: WebhookPlace,
): readonly string[] {
  return [...(isGone ? [goneText(displayOf(numbers, receiver))] : []), ...(trouble ? [trouble] : [])];
}

export const goneText = (display: string): string =>
  `The account does not have the number ${display} any more: nothing reaches it here.`;

/** Only the host of another address is told: the rest may be somebody's secret. */
function astrayText(
  { title }: Provider,
  numbers: readonly BusinessNumber[],
  { receiver, channel, urls }: WebhookPlace,
) {
  const name = `${displayOf(numbers, receiver)} (${channel === 'sms' ? 'SMS' : 'WhatsApp'})`;
  const [host] = urls.flatMap((url) => (URL.canParse(url) ? [new URL(url).host] : []));
  if (urls.length === 0)
    return `${title} has no webhook address for ${name}: what customers write there reaches nobody. Enter the address below.`;
  return `${title} sends what customers write to ${name} to ${host ?? 'another address'}, not to this connection. Enter the address below.`;
}

/** No answer tells nothing: the next hour may. */
async function answerTo(
  app: App,
  { connection }: OpenConnection,
  request: ProviderRequest,
): Promise<ProviderAnswer | undefined> {
  const asked = await ask(app, { connection: connection.id, errand: 'check' }, () =>
    app.ports.http.send(request, TIMEOUT_MS),
  );
  if (asked.kind === 'answered') return asked.answer;
  app.ports.log.info('no answer to where webhooks go');
  return undefined;
}
