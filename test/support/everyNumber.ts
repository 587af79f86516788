import type { Carrier } from '../../sandbox/carriers/carrier';
import type { NumberToConnect } from '../../sandbox/world/connect';
import { CARRIERS } from '../../sandbox/world/wire';
import { registry } from '../../src/providers/registry';
import { carrierWorld, gatewayOf } from '../sandbox/carriers/carrierWorld';

/** Every carrier of the sandbox with its first account, outside of any world: a new one is in all stories by being there. */
export const EVERY_CARRIER: ReadonlyMap<string, Carrier> = new Map(
  Object.entries(CARRIERS).map(([id, create]) => [id, carrierWorld(create).carrier]),
);

/** One row per provider and channel: the first number of each in the carrier's own account. */
export const EVERY_NUMBER: readonly NumberToConnect[] = [...EVERY_CARRIER].flatMap(([provider, carrier]) =>
  (['whatsapp', 'sms'] as const).flatMap((channel) => {
    const number = carrier.numbers().find((one) => one.channel === channel)?.number;
    const requestType = channel === 'sms' ? 'SMS' : 'WhatsApp';
    return number === undefined ? [] : [{ provider, channel, number, requestType }];
  }),
);

/** Those of WhatsApp whose provider lists templates. */
export const NUMBERS_WITH_TEMPLATES: readonly NumberToConnect[] = EVERY_NUMBER.filter(({ provider, channel }) => {
  const gateway = gatewayOf(registry.get(provider)!, EVERY_CARRIER.get(provider)!);
  return channel === 'whatsapp' && gateway.templates !== undefined;
});
