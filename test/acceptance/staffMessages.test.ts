import { webhooksOf } from '../support/webhooks';
import { ANA, sandboxWorld } from '../support/worldSteps';

test('an answer from the WhatsApp Business app, told twice, is one row and one comment, and goes to no phone', async () => {
  const { world, clock, settle, agent, phone, comments } = await sandboxWorld();
  await phone(ANA).writes('The printer is on fire');
  await settle();
  const { meta, receiver } = await webhooksOf(world);
  const echo = {
    from: '4930901820',
    to: ANA.slice(1),
    id: 'wamid.echo',
    timestamp: String(Math.floor(clock.now() / 1_000) + 1),
    type: 'text',
    text: { body: 'I am at your door' },
  };
  const metadata = { display_phone_number: '4930901820', phone_number_id: receiver('meta') };
  const changes = [{ field: 'smb_message_echoes', value: { metadata, message_echoes: [echo] } }];
  const body = { object: 'whatsapp_business_account', entry: [{ id: '419561257915477', changes }] };

  const statuses = [(await meta(body)).status, (await meta(body)).status];
  await settle();

  expect(statuses).toEqual([200, 200]);
  const { messages } = await agent('Ben').opensTab('SUP-1');
  expect(messages.map(({ author, body: { text } }) => [author.kind, text])).toEqual([
    ['customer', 'The printer is on fire'],
    ['staff', 'I am at your door'],
  ]);
  const told = (await comments('SUP-1')).filter((text) => text.includes('I am at your door'));
  expect(told).toEqual([expect.stringContaining('Sent on WhatsApp outside OmniChat')]);
});
