import type { World } from './world/worldOf';
import { connect, type NumberToConnect } from './world/connect';

/** Connected on the demo site, with the fall-back type that the form of the first number suggests. */
export const DEMO_NUMBERS: readonly NumberToConnect[] = [
  { provider: 'meta', channel: 'whatsapp', number: '+4930901820', requestType: 'WhatsApp', fallback: 'WhatsApp' },
  { provider: 'twilio', channel: 'sms', number: '+385951006719', requestType: 'SMS' },
  { provider: 'twilio', channel: 'whatsapp', number: '+14155238886', requestType: 'WhatsApp' },
];

const [ANA, JONAS] = ['+385991903327', '+4915117607506'];
const [WHATSAPP, SMS] = ['+4930901820', '+385951006719'];

/** Makes the demo data by using the app as people would: numbers are connected, customers write, an agent answers. */
export async function connectDemo(world: World): Promise<void> {
  await connect(world, DEMO_NUMBERS);
  await answeredOnWhatsApp(world);
  await waitingOnSms(world);
}

async function answeredOnWhatsApp(world: World): Promise<void> {
  const issueKey = await firstMessage(
    world,
    'whatsapp',
    'Good morning, the label printer in room 3 prints only stripes.',
  );
  await world.advance(40_000);
  const text = 'Good morning Ana, thank you for telling us. Is the paper door at the back closed?';
  const draftId = '7d6f2c1e-0b0a-4b7e-9a54-3f1d5f1c2a01';
  await done(world, {
    as: 'ben@example.com',
    module: 'issue-tab',
    issueKey,
    call: 'sendMessage',
    input: { draftId, text },
  });
  await world.advance(50_000);
}

async function waitingOnSms(world: World): Promise<void> {
  await firstMessage(world, 'sms', 'Hello, my parcel 4411 has not arrived. Can you look?');
  await world.advance(60_000);
  world.customerWrites({ from: JONAS, channel: 'sms', to: SMS, text: 'It was due on Monday.' });
  await settled(world);
}

/** Writes and answers the key of the request it became. */
async function firstMessage(world: World, channel: 'whatsapp' | 'sms', text: string): Promise<string> {
  const before = new Set(keysOf(world));
  const from = channel === 'sms' ? JONAS : ANA;
  world.customerWrites({ from, channel, to: channel === 'sms' ? SMS : WHATSAPP, text });
  await settled(world);
  const made = keysOf(world).find((key) => !before.has(key));
  if (!made) throw new Error('the first message of the demo became no request');
  return made;
}

const keysOf = (world: World) => Object.values(world.state.jira.issues).map(({ key }) => key);

async function done(world: World, invocation: Parameters<World['invoke']>[0]): Promise<void> {
  const answer = await world.invoke(invocation);
  if (!answer.ok) throw new Error(`the demo's ${invocation.call} was refused: ${answer.error.message}`);
  await settled(world);
}

async function settled(world: World): Promise<void> {
  const { idle } = await world.idle(20_000);
  if (!idle) throw new Error('the demo does not come to rest');
}
