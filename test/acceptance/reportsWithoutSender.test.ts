import type { Notice } from '../../sandbox/carriers/webhooks';
import type { Agenda } from '../../sandbox/agenda';
import { EVERY_NUMBER } from '../support/everyNumber';
import { webhooksOf } from '../support/webhooks';
import { metaNumber, vonageWhatsApp } from '../support/world';
import { ANA, sandboxWorld } from '../support/worldSteps';

/** Those whose reports name our number as their sender. */
const NAMING = new Set(['twilio', 'vonage', 'bird-platform']);
const numbers = EVERY_NUMBER.filter(({ provider }) => NAMING.has(provider));

test.each(numbers.map((number) => [number.provider, number.channel, number] as const))(
  '%s, %s: a report that names no number of ours moves the tick of its message all the same',
  async (provider, channel, number) => {
    const steps = await sandboxWorld({ numbers: [number] });
    await steps.phone(ANA).sends({ channel, text: 'The printer is on fire' });
    const stripped = reportWithoutSenders(steps.world.agenda);

    await steps.agent('Ben').answersInTab('SUP-1', 'Is it still burning?');

    expect(stripped.length).toBeGreaterThan(1);
    const { messages } = await steps.agent('Ben').opensTab('SUP-1');
    expect(messages.at(-1)?.delivery).toMatchObject({ status: channel === 'sms' ? 'delivered' : 'read' });
    expect(steps.world.carriers.get(provider)?.webhook().lastStatus).toBe(200);
  },
);

test('a report that names no number moves nothing of a number that its sender does not vouch for', async () => {
  const steps = await sandboxWorld({ numbers: [metaNumber(), vonageWhatsApp()] });
  await steps.phone(ANA).sends({ channel: 'whatsapp', text: 'The printer is on fire' });
  await steps.agent('Ben').answersInTab('SUP-1', 'Is it still burning?');
  const answer = async () => (await steps.agent('Ben').opensTab('SUP-1')).messages.at(-1);
  const before = await answer();
  const webhooks = await webhooksOf(steps.world);
  const report = {
    channel: 'whatsapp',
    message_uuid: 'u-1',
    status: 'read',
    usage: { price: '9.99', currency: 'EUR' },
  };
  const url = `${webhooks.webhookUrl('vonage')}/status/${encodeURIComponent(before?.key ?? '')}`;

  const { status } = await webhooks.timed('vonage', { url, body: JSON.stringify(report) });

  await steps.settle();
  expect(status).toBe(200);
  expect(before?.delivery?.status).toBe('read');
  expect(await answer()).toEqual(before);
});

/** From now on no report of a carrier says who sent the message. Tells which were told so. */
function reportWithoutSenders(agenda: Agenda): readonly string[] {
  const stripped: string[] = [];
  const add = agenda.add.bind(agenda);
  Object.assign(agenda, {
    add(item: Parameters<Agenda['add']>[0]) {
      const { call } = item.payload as Notice;
      if (!call || !item.what.includes(' reports ')) return add(item);
      stripped.push(item.what);
      const body = withoutSender(String(call.body));
      return add({ ...item, payload: { ...(item.payload as Notice), call: { ...call, body } } });
    },
  });
  return stripped;
}

function withoutSender(body: string): string {
  if (!body.startsWith('{')) {
    const form = new URLSearchParams(body);
    form.delete('From');
    return form.toString();
  }
  const { from: _, data, ...rest } = JSON.parse(body) as { readonly from?: unknown; readonly data?: object };
  return JSON.stringify({ ...rest, ...(data && { data: { ...data, from: undefined } }) });
}
