import fc from 'fast-check';
import type { CarrierState } from '../../../sandbox/carriers/carrier';
import { type DemoButton, type DemoTemplate, filledBy } from '../../../sandbox/carriers/demoTemplates';
import { CARRIERS } from '../../../sandbox/world/wire';
import { sentContent } from '../../../src/app/effects/sentContent';
import type { OutboundMessage } from '../../../src/domain/message';
import { parsePhoneNumber } from '../../../src/domain/ids';
import type { SentTemplate, Template } from '../../../src/domain/template';
import { hindranceOf } from '../../../src/domain/templateHindrance';
import { filledIn } from '../../../src/domain/templateValues';
import { openButtons } from '../../../src/domain/text/templateSlots';
import type { OutboundFile } from '../../../src/providers/outboundMessage';
import { registry } from '../../../src/providers/registry';
import { requestOf } from '../../providers/webhookRequest';
import { NUMBERS_WITH_TEMPLATES } from '../../support/everyNumber';
import { ADDRESS, ANA, asCall, asWebhook, BEGINS, carrierWorld, gatewayOf } from './carrierWorld';

const LINK = 'https://site.example/object-store/k1?signature=s';
const NOW = new Date(BEGINS);
const file = (kind: 'image' | 'document'): OutboundFile => ({ kind, link: LINK, mimeType: 'x/y', fileName: 'a.pdf' });

/** A provider's account with these templates, out of any service window. */
async function account(id: string, templates?: readonly DemoTemplate[]) {
  const world = carrierWorld(CARRIERS[id]!);
  const gateway = gatewayOf(registry.get(id)!, world.carrier);
  await world.carrier.setWebhook(ADDRESS);
  const state = world.state.carrier as CarrierState;
  if (templates) state.templates = templates;
  const { receiver: from } = state.numbers.find(({ channel }) => channel === 'whatsapp')!;
  const listed = async () => {
    const found: Template[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const request = gateway.templates!.list({ receiver: from, ...(cursor && { cursor }) }, NOW);
      const { status, headers, body } = await world.carrier.handle(asCall(request));
      const page = gateway.templates!.readPage({ status, headers, body: String(body) });
      if (!page.ok) throw new Error(page.failure);
      found.push(...page.value.templates);
      cursor = page.value.cursor;
    }
    return found;
  };
  const send = async (template: SentTemplate, sent?: OutboundFile) => {
    const stored = { key: 'key-1', channel: 'whatsapp', content: { kind: 'template', template, text: '' } };
    const to = { kind: 'phone', phone: parsePhoneNumber(ANA)! } as const;
    const content = sentContent(stored as OutboundMessage, sent);
    const statusUrl = `${ADDRESS}/status/key-1`;
    const request = requestOf(gateway, { key: 'key-1', channel: 'whatsapp', from, to, content, statusUrl });
    const { status, headers, body } = await world.carrier.handle(asCall(request));
    return gateway.readAnswer({ status, headers, body: String(body) });
  };
  const reasons = () =>
    world.told
      .flatMap((call) => gateway.parse(asWebhook(call)).events)
      .flatMap((event) => (event.kind === 'report' && event.failure ? event.failure.reason : []));
  return { ...world, listed, send, reasons, shown: () => world.phones.messages(ANA).at(-1) };
}

/** What stands in a placeholder of a part: a name has one value in the whole template, a number one in its part. */
const valueFor = (part: string, name: string): string => (/^\d+$/.test(name) ? `<${part} ${name}>` : `<${name}>`);
const withValues = (part: string, text: string): string =>
  filledBy(
    text,
    Object.fromEntries([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => [name, valueFor(part, name)])),
  );

const numbers = fc.integer({ min: 1, max: 4 }).chain((count) =>
  fc.shuffledSubarray(
    Array.from({ length: count }, (_, index) => String(index + 1)),
    { minLength: count },
  ),
);
const names = fc.shuffledSubarray(['first_name', 'day', 'hour_1', 'zip'], { minLength: 1 });
const buttons = fc.shuffledSubarray<DemoButton>([
  { type: 'QUICK_REPLY', text: 'Fine' },
  { type: 'QUICK_REPLY', text: 'Not so' },
  { type: 'URL', text: 'Track', url: 'https://shop.example.com/{{1}}' },
  { type: 'URL', text: 'Shop', url: 'https://shop.example.com' },
  { type: 'COPY_CODE', text: 'Copy' },
]);
const templates = fc
  .tuple(fc.oneof(numbers, names), fc.boolean(), fc.boolean(), buttons)
  .map(([placeholders, hasHeader, repeats, shown]): DemoTemplate => {
    const [first = ''] = placeholders;
    const text = placeholders.map((name) => `a {{${name}}}`).join(' ');
    const title = /^\d+$/.test(first) ? '1' : first;
    return {
      id: '1',
      name: 'made',
      language: 'en',
      status: 'APPROVED',
      category: 'UTILITY',
      ...(hasHeader && { header: { format: 'TEXT', text: `Title {{${title}}}` } }),
      body: repeats ? `${text} again {{${first}}}.` : `${text}.`,
      ...(shown.length > 0 && { buttons: shown }),
    };
  });

const WITH_TEMPLATES = NUMBERS_WITH_TEMPLATES.map(({ provider }) => provider);
/** Their requests have no place for the name of a placeholder. */
const BY_PLACE_ALONE = ['messagebird', 'infobip'];

/** Filled in with `valueFor` by somebody who sees the names that the provider lists. */
function filledByAgent(made: DemoTemplate, template: Template) {
  const inOrder = (part: string, text: string) =>
    [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))]
      .sort((one, other) => (/^\d+$/.test(one) ? Number(one) - Number(other) : 0))
      .map((name) => valueFor(part, name));
  const [header] = made.header?.format === 'TEXT' ? inOrder('header', made.header.text) : [];
  const filled = filledIn(template, {
    ...(header !== undefined && { header }),
    body: inOrder('body', made.body),
    buttons: openButtons(template).map(({ kind }) => (kind === 'copy-code' ? 'CODE-1' : 'orders/7')),
  });
  if (!filled.ok) throw new Error(JSON.stringify(filled.failure));
  return filled.value;
}

test.each(WITH_TEMPLATES)(
  '%s: whatever the order and the names of placeholders, each value lands in its own, and the phone shows the preview',
  async (id) => {
    await fc.assert(
      fc.asyncProperty(templates, async (made) => {
        const { listed, send, shown } = await account(id, [made]);
        const [template] = await listed();
        const isNamed = !made.body.includes('{{1}}');
        if (isNamed && BY_PLACE_ALONE.includes(id)) return expect(hindranceOf(template!)).toBe('named-values');
        const { template: sent, text } = filledByAgent(made, template!);
        expect(await send(sent)).toMatchObject({ ok: true });
        const title = made.header?.format === 'TEXT' ? [withValues('header', made.header.text)] : [];
        expect(shown()?.text).toBe([...title, withValues('body', made.body)].join('\n'));
        expect(shown()?.text).toBe(text);
        const wanted = made.buttons?.map(({ type, text: label, url }) => ({
          text: label,
          ...(url && { url: url.replace('{{1}}', 'orders/7') }),
          ...(type === 'COPY_CODE' && { code: 'CODE-1' }),
        }));
        expect(shown()?.buttons).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  },
);

describe.each(WITH_TEMPLATES)('%s', (id) => {
  const find = async (world: Awaited<ReturnType<typeof account>>, name: string) =>
    (await world.listed()).find((one) => one.name === name && one.language === 'en')!;
  const filled = (template: Template, body: readonly string[]) => {
    const sent = filledIn(template, { body, buttons: [] }, { file: STORED, limits: { image: 1e6, document: 1e6 } });
    return sent.ok ? sent.value.template : undefined;
  };
  const STORED = { attachmentId: '1', name: 'a.jpg', mimeType: 'image/jpeg', size: 9 };

  test('lists every template of the account, page by page, with what hinders it', async () => {
    const world = await account(id);
    const found = Object.fromEntries(
      (await world.listed()).map((one) => [`${one.name} ${one.language}`, hindranceOf(one)]),
    );
    expect(found).toEqual({
      'case_update en': undefined,
      'case_update de': undefined,
      'order_shipped en': undefined,
      'visit_planned en': undefined,
      'appointment_reminder en': BY_PLACE_ALONE.includes(id) ? 'named-values' : undefined,
      'repair_done en': undefined,
      'your_offer en': undefined,
      'voucher en': undefined,
      'find_us en': id === 'twilio' ? 'parts' : 'location-header',
      'appointment en': 'pending',
      'summer_sale en': 'rejected',
      'feedback en': 'paused',
    });
  });

  test('a template paused after it was listed is refused with the reason, and nothing is on the phone', async () => {
    const world = await account(id);
    const template = await find(world, 'case_update');
    world.carrier.pauseTemplate!('case_update');
    const answer = await world.send(filled(template, ['Ana', 'SUP-1'])!);
    await world.pass(2_000);
    expect(answer.ok ? [...new Set(world.reasons())] : [answer.failure.reason]).toEqual(['template']);
    expect(world.shown()).toBeUndefined();
    expect(hindranceOf(await find(world, 'case_update'))).toBe('paused');
  });

  test('too many or too few values are refused with the reason', async () => {
    const world = await account(id);
    const sent = filled(await find(world, 'case_update'), ['Ana', 'SUP-1'])!;
    const answer = await world.send({ ...sent, body: ['Ana'], placeholders: ['1'] });
    await world.pass(2_000);
    expect(answer.ok ? [...new Set(world.reasons())] : [answer.failure.reason]).toEqual(['template']);
    expect(world.shown()).toBeUndefined();
  });

  test('a picture or a document in the header is on the phone, above the words', async () => {
    const world = await account(id);
    world.links[LINK] = { status: 200, headers: { 'content-type': 'image/jpeg' }, body: 'bytes' };
    for (const [name, kind] of [['repair_done', 'image'] as const, ['your_offer', 'document'] as const]) {
      const template = await find(world, name);
      // Twilio's own file goes with every send; the others are given one.
      const isOwn = template.header?.text !== undefined;
      expect(isOwn).toBe(id === 'twilio');
      expect(await world.send(filled(template, ['Ana'])!, isOwn ? undefined : file(kind))).toMatchObject({ ok: true });
      expect(world.shown()).toMatchObject({ template: name, media: { kind } });
      expect(world.shown()?.text).toContain('Ana');
    }
  });
});
