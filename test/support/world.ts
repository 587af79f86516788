import { buildApp, type Build } from '../../sandbox/build';
import type { Faults } from '../../sandbox/faults';
import { createWorld, type World } from '../../sandbox/world';
import { connect, type NumberToConnect } from '../../sandbox/world/connect';
import type { WorldState } from '../../sandbox/world/state';
import type { ConversationRules } from '../../src/domain/conversationRules';
import { WORLD_BEGINS } from './clock';

export type WorldWish = {
  seed?: number;
  numbers?: readonly NumberToConnect[];
  autoReply?: string;
  /** Rules that Ada changed in project settings. */
  rules?: Partial<ConversationRules>;
  /** Instead of faults by plan. */
  faults?: Faults;
};

export const metaNumber = (requestType = 'WhatsApp'): NumberToConnect => ({
  provider: 'meta',
  channel: 'whatsapp',
  number: '+4930901820',
  requestType,
});
export const twilioSms = (requestType = 'SMS'): NumberToConnect => ({
  provider: 'twilio',
  channel: 'sms',
  number: '+385951006719',
  requestType,
});
export const twilioWhatsApp = (requestType = 'WhatsApp'): NumberToConnect => ({
  provider: 'twilio',
  channel: 'whatsapp',
  number: '+14155238886',
  requestType,
});
export const birdChannelsWhatsApp = (requestType = 'WhatsApp'): NumberToConnect => ({
  provider: 'bird',
  channel: 'whatsapp',
  number: '+3197010253801',
  requestType,
});
export const birdChannelsSms = (requestType = 'SMS'): NumberToConnect => ({
  provider: 'bird',
  channel: 'sms',
  number: '+3197010253802',
  requestType,
});
export const birdWhatsApp = (requestType = 'WhatsApp'): NumberToConnect => ({
  provider: 'bird-platform',
  channel: 'whatsapp',
  number: '+12025550143',
  requestType,
});
export const birdSms = (requestType = 'SMS'): NumberToConnect => ({
  ...birdWhatsApp(requestType),
  channel: 'sms',
});
export const messagebirdSms = (requestType = 'SMS'): NumberToConnect => ({
  provider: 'messagebird',
  channel: 'sms',
  number: '+31970010240126',
  requestType,
});
export const messagebirdWhatsApp = (requestType = 'WhatsApp'): NumberToConnect => ({
  provider: 'messagebird',
  channel: 'whatsapp',
  number: '+31970010240127',
  requestType,
});

export const infobipWhatsApp = (requestType = 'WhatsApp'): NumberToConnect => ({
  provider: 'infobip',
  channel: 'whatsapp',
  number: '+447860099299',
  requestType,
});
export const infobipSms = (requestType = 'SMS'): NumberToConnect => ({
  provider: 'infobip',
  channel: 'sms',
  number: '+385951006730',
  requestType,
});
export const vonageWhatsApp = (requestType = 'WhatsApp'): NumberToConnect => ({
  provider: 'vonage',
  channel: 'whatsapp',
  number: '+447700900123',
  requestType,
});
export const vonageSms = (requestType = 'SMS'): NumberToConnect => ({
  ...vonageWhatsApp(requestType),
  channel: 'sms',
});

/** The built app, found once per worker: what is up to date is not built again. */
let build: Promise<Build> | undefined;
export const builtApp = (): Promise<Build> => (build ??= buildApp());

/** Worlds that are alike begin from a copy of the first one: connecting numbers through the app is done once. */
const beginnings = new Map<string, WorldState>();

/** A world in virtual time whose numbers Ada connected in project settings. */
export async function newTestWorld({
  seed = 1,
  numbers = [metaNumber(), twilioSms()],
  autoReply = '',
  rules = {},
  faults,
}: WorldWish) {
  const parts = { build: await builtApp(), baseUrl: 'https://sandbox.omnichat.example', ...(faults && { faults }) };
  const key = JSON.stringify([seed, numbers, autoReply, rules]);
  const beginning = beginnings.get(key);
  if (beginning) return createWorld({ ...parts, state: structuredClone(beginning) });
  const world = await createWorld({ ...parts, seed, startAt: WORLD_BEGINS });
  await connect(world, numbers);
  if (autoReply || Object.keys(rules).length > 0) await saveRules(world, { ...(autoReply && { autoReply }), ...rules });
  await world.idle(20_000);
  beginnings.set(key, world.save());
  return world;
}

/** Ada changes the rules of a project. @throws when the app refuses them. */
export async function saveRules(world: World, rules: Partial<ConversationRules>, projectKey = 'SUP'): Promise<void> {
  const settings = { as: 'ada@example.com', module: 'settings', projectKey };
  const answer = await world.invoke({ ...settings, call: 'saveRules', input: { rules } });
  if (!answer.ok) throw new Error(`the rules were refused: ${answer.error.message}`);
}
