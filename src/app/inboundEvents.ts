import { boundedContent, boundedReferral, MOST_NAMED } from '../domain/boundedContent';
import type { ConversationEvent } from '../domain/event';
import { headOf, parseMessageKey } from '../domain/ids';
import type { BusinessNumber } from '../domain/settings';
import { shorten } from '../domain/text/cleanText';
import type { ProviderEvent } from '../providers/providerEvent';
import { originHash } from '../storage/keys';
import type { HeadKey } from '../storage/threads';
import type { App } from './call';
import { headKeyOf, headsOf, leadTo } from './headKeyOf';

/** With the provider's time, or ours where it tells none; never in the future. */
type Timed<Event> = Event & { readonly at: number };
export type Inbound = { readonly key: HeadKey; readonly event: ConversationEvent };

/**
 * A provider's event in our words, with the heads it concerns: none for a report about a message that is none of ours,
 * several where somebody with new addresses is known by two of the old ones.
 */
export async function inboundEvents(
  app: App,
  event: ProviderEvent,
  number: BusinessNumber,
): Promise<readonly Inbound[]> {
  const at = Math.min(event.at ?? app.ports.clock.now(), app.ports.clock.now());
  if (event.kind === 'identity') return identityEvents(app, { ...event, at }, number);
  const inbound = await inboundEvent(app, { ...event, at }, number);
  return inbound ? [inbound] : [];
}

async function inboundEvent(
  app: App,
  event: Timed<Exclude<ProviderEvent, { kind: 'identity' }>>,
  number: BusinessNumber,
): Promise<Inbound | undefined> {
  const { at } = event;
  if (event.kind === 'report') return reportEvent(event, number, at);
  if (event.kind === 'echo') return echoEvent(app, { event, number, at });
  const key = await headKeyOf(app, number.project, event.from);
  if (event.kind === 'closed')
    return { key, event: { kind: 'provider-closed', channel: event.channel, number: number.id, at } };
  const [address] = event.from;
  return {
    key,
    event: {
      kind: 'customer-message',
      origin: originHash(number.id, event.providerId),
      providerId: event.providerId,
      channel: event.channel,
      number: number.id,
      address,
      addresses: event.from,
      ...(event.name !== undefined && { name: shorten(event.name, MOST_NAMED) }),
      ...boundedContent(event.content),
      ...(event.quotes !== undefined && { quotes: event.quotes }),
      ...(event.keyword !== undefined && { keyword: event.keyword }),
      ...(event.referral && { referral: boundedReferral(event.referral) }),
      at,
    },
  };
}

type Echo = {
  readonly event: Extract<ProviderEvent, { kind: 'echo' }>;
  readonly number: BusinessNumber;
  readonly at: number;
};

/** What staff wrote elsewhere to somebody who never wrote to us concerns nobody. */
async function echoEvent(app: App, { event, number, at }: Echo): Promise<Inbound | undefined> {
  const { providerId, channel, to, content } = event;
  if ((await headsOf(app, number.project, to)).length === 0) return undefined;
  const origin = originHash(number.id, providerId);
  const [address] = to;
  return {
    key: await headKeyOf(app, number.project, to),
    event: {
      kind: 'staff-message',
      origin,
      providerId,
      channel,
      number: number.id,
      address,
      ...boundedContent(content),
      at,
    },
  };
}

/** Whoever had the old addresses has the new ones. A change of somebody who never wrote concerns nobody. */
async function identityEvents(
  app: App,
  { was, now, at }: Timed<Extract<ProviderEvent, { kind: 'identity' }>>,
  { id, project }: BusinessNumber,
): Promise<readonly Inbound[]> {
  const heads = await headsOf(app, project, was);
  if (heads[0]) await leadTo(app, heads[0], [...was, ...now]);
  return heads.map((key) => ({ key, event: { kind: 'identity-changed', number: id, was, now, at } }));
}

function reportEvent(
  event: Extract<ProviderEvent, { kind: 'report' }>,
  number: BusinessNumber,
  at: number,
): Inbound | undefined {
  const message = event.key === undefined ? undefined : parseMessageKey(event.key);
  if (!message) return undefined;
  const { key: messageKey } = message;
  const { status, failure, price, providerId } = event;
  return {
    key: headOf(message.conversation),
    event: {
      kind: 'report',
      message: messageKey,
      number: number.id,
      status,
      providerId,
      at,
      ...(failure && { failure }),
      ...(price && { price }),
    },
  };
}
