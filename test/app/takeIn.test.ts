import { takeIn } from '../../src/app/takeIn';
import { headKeyOf } from '../../src/app/headKeyOf';
import type { LogFacts } from '../../src/app/ports';
import { FIRST_REST_MS, WITHIN_MS } from '../../src/domain/breaker';
import {
  asConnectionId,
  asContactId,
  asProjectId,
  conversationId,
  messageKey,
  type NumberId,
  type PhoneNumber,
} from '../../src/domain/ids';
import type { ContactAddress } from '../../src/domain/contact';
import type { Gateway, WebhookRequest } from '../../src/providers/provider';
import type { ProviderEvent } from '../../src/providers/providerEvent';
import { loadBreaker } from '../../src/storage/breaker';
import { loadConnection } from '../../src/storage/connections';
import { headRef, messageRef } from '../../src/storage/keys';
import { isSuppressed } from '../../src/storage/suppression';
import { loadTemplates, saveTemplates } from '../../src/storage/templates';
import { leavePlatform } from '../forge/onPlatform';
import { ANAS_PHONE } from '../support/builders';
import { connectMeta, metaCredentials, openSettings, whatsapp } from './settings/admin';

afterEach(leavePlatform);

const REQUEST: WebhookRequest = { method: 'POST', url: '', suffix: '', query: {}, headers: {}, body: '' };
const JONAS_PHONE: ContactAddress = { kind: 'phone', phone: '+4915117607506' as PhoneNumber };
const ANAS_ID: ContactAddress = { kind: 'whatsapp-user', userId: 'HR.1' };

/** Ana's head cannot be read by this version. */
async function newerCodeWrote({ app, ports }: ReturnType<typeof openSettings>): Promise<void> {
  const { project, contact } = await headKeyOf(app, asProjectId('10000'), [ANAS_PHONE, ANAS_ID]);
  const head = headRef(project, contact);
  const stored = (await ports.store.get(head)) as { doc: object };
  await ports.store.put(head, { ...stored, doc: { ...stored.doc, version: 99 } });
}

/** A connection whose provider tells whatever a test has it tell. */
async function told(ignored: readonly string[] = []) {
  const lines: (readonly [string, LogFacts])[] = [];
  const noted = (line: string, facts: LogFacts = {}) => void lines.push([line, facts]);
  const settings = openSettings({ log: { info: noted, warn: noted, error: noted } });
  const id = asConnectionId(await connectMeta(settings));
  const receiver = metaCredentials.phoneNumberId;
  await settings.done('addNumber', { connection: id, receiver, display: '', channels: whatsapp });
  const open = await loadConnection(settings.ports, id);
  if (!open) throw new Error('the connection is gone');
  const from = [ANAS_PHONE, ANAS_ID] as const;
  const take = (...events: ProviderEvent[]) => {
    const gateway = { parse: () => ({ events, ignored }) } as unknown as Gateway;
    return takeIn(settings.app, { connection: open.connection, gateway, request: REQUEST });
  };
  const at = settings.ports.clock.now();
  const message = (text: string, by: readonly [ContactAddress, ...ContactAddress[]] = from): ProviderEvent => ({
    kind: 'message',
    receiver,
    channel: 'whatsapp',
    from: by,
    providerId: `wamid.${text}`,
    content: { kind: 'text', text },
    at,
  });
  const hears = (text: string) => take(message(text));
  const suppressed = () => Promise.all([ANAS_PHONE, ANAS_ID].map((address) => isSuppressed(settings.ports, address)));
  const breaker = () => loadBreaker(settings.ports, { connection: id });
  return { settings, lines, breaker, receiver, take, message, hears, suppressed, now: settings.ports.clock.now() };
}

test('what a provider tells of and no record holds is left out with a line in the log', async () => {
  const { lines, take, message, receiver } = await told();
  const from = [ANAS_PHONE] as const;
  const reaction = { ...message('thumb'), content: { kind: 'reaction', target: 'wamid.gone', emoji: '👍' } } as const;
  const echo = { kind: 'echo', receiver, channel: 'whatsapp', to: from, providerId: 'wamid.echo' } as const;
  const report = { kind: 'report', receiver, channel: 'whatsapp', providerId: 'wamid.other', status: 'sent' } as const;
  const key = messageKey(conversationId(asProjectId('10000'), asContactId('0'.repeat(32)), 1), 1);

  expect(await take({ ...echo, content: { kind: 'text', text: 'Hi' } }, reaction as ProviderEvent)).toBe(true);
  expect(await take({ ...echo, content: { kind: 'text', text: 'Hi' } }, report, { ...report, key })).toBe(true);
  expect(await take(message('Hello'))).toBe(true);

  const leftOut = lines.filter(([line]) => line === 'events left out');
  expect(leftOut.map(([, { kind, count }]) => [kind, count])).toEqual([
    ['echo of nobody here', 1],
    ['customer-message without a conversation', 1],
    ['report of nobody here', 1],
    ['staff-message without a conversation', 1],
    ['report without its message', 1],
  ]);
});

test('X18 a STOP binds at once where its conversation cannot be stored yet; a START waits until it is', async () => {
  const { settings, hears, suppressed } = await told();
  await hears('Hello');
  await newerCodeWrote(settings);

  expect(await hears('START')).toBe(false);
  expect(await hears('STOP')).toBe(false);
  expect(await suppressed()).toEqual([true, true]);

  expect(await hears('START')).toBe(false);
  expect(await suppressed()).toEqual([true, true]);
});

test('a customer whose records cannot be read at the moment keeps nobody else of the batch waiting', async () => {
  const { settings, hears, take, message } = await told();
  await hears('Hello');
  await newerCodeWrote(settings);

  expect(await take(message('Hello again'), message('Good morning', [JONAS_PHONE]))).toBe(false);

  const { project, contact } = await headKeyOf(settings.app, asProjectId('10000'), [JONAS_PHONE]);
  expect(await settings.ports.store.get(headRef(project, contact))).toMatchObject({ rev: 1 });
});

test('what a provider’s body holds besides is logged by its kind, a line each', async () => {
  const { take, lines } = await told(['group message', 'unknown event', 'group message']);
  expect(await take()).toBe(true);
  expect(lines.filter(([line]) => line === 'events left out').map(([, { kind, count }]) => [kind, count])).toEqual([
    ['group message', 2],
    ['unknown event', 1],
  ]);
});

describe('a report that names no number of ours', () => {
  const key = messageKey(conversationId(asProjectId('10000'), asContactId('c'.repeat(32)), 1), 1);
  const report: ProviderEvent = { kind: 'report', channel: 'sms', providerId: 'SM1', key, status: 'sent' };

  test('and no message of ours is left out, which the log tells without its key', async () => {
    const { take, lines } = await told();
    expect(await take(report, report)).toBe(true);
    const leftOut = lines.filter(([line]) => line === 'events left out').map(([, facts]) => facts);
    expect(leftOut).toMatchObject([{ count: 2, kind: 'report without a number of ours' }]);
    expect(JSON.stringify(lines)).not.toContain(key);
  });

  test('and a message that cannot be read comes again, while the others of its body are stored', async () => {
    const { settings, take, message } = await told();
    await settings.ports.store.put(messageRef(key), { rev: 1, doc: { version: 99 } });

    expect(await take(report, message('Good morning', [JONAS_PHONE]))).toBe(false);

    const { project, contact } = await headKeyOf(settings.app, asProjectId('10000'), [JONAS_PHONE]);
    expect(await settings.ports.store.get(headRef(project, contact))).toMatchObject({ rev: 1 });
  });
});

test('A3 X18 a STOP holds at the phone that the provider tells the customer has now', async () => {
  const { take, hears, settings, receiver } = await told();
  const phone: ContactAddress = { kind: 'phone', phone: '+385991111111' as PhoneNumber };
  await hears('STOP');

  await take({ kind: 'identity', receiver, channel: 'whatsapp', was: [ANAS_PHONE], now: [phone] });

  expect(await isSuppressed(settings.ports, phone)).toBe(true);
});

describe('a limit that only a report tells of', () => {
  const limited = (more: object = {}): ProviderEvent => ({
    kind: 'report',
    receiver: metaCredentials.phoneNumberId,
    channel: 'whatsapp',
    providerId: 'wamid.1',
    status: 'failed',
    failure: { reason: 'rate-limited', code: '130429' },
    ...more,
  });

  test('makes the connection rest as the same code in the answer to a send does', async () => {
    const { take, breaker, now } = await told();
    expect(await take(limited({ at: now }))).toBe(true);
    expect((await breaker())?.rest).toMatchObject({ because: 'rate-limited', lastsMs: FIRST_REST_MS['rate-limited'] });
  });

  test.each<[string, object]>([
    ['this customer’s alone', { failure: { reason: 'too-fast', code: '131056' } }],
    ['another failure', { failure: { reason: 'unreachable' } }],
    ['no failure', { status: 'sent' }],
    ['of another number', { receiver: 'another' }],
  ])('%s: the connection goes on', async (_, more) => {
    const { take, breaker } = await told();
    await take(limited(more));
    expect(await breaker()).toBeUndefined();
  });

  test('is news for a minute, and makes no rest longer when it is told again', async () => {
    const { take, breaker, now } = await told();
    await take(limited({ at: now - WITHIN_MS }));
    expect(await breaker()).toBeUndefined();
    await take(limited({ at: now }), limited({ at: now - 1 }));
    const first = await breaker();
    await take(limited({ at: now }));
    expect(await breaker()).toEqual(first);
  });
});

test.each([
  ['template', undefined],
  ['unreachable', 'listed'],
] as const)(
  'X13 after a report that a message failed with the reason %s the list of templates is %s',
  async (reason, kept) => {
    const { settings, receiver, take } = await told();
    const [number] = (await settings.done('viewSettings', {})).connections.flatMap(({ numbers }) => numbers);
    const id = number?.id as NumberId;
    await saveTemplates(settings.ports.store, id, { at: 0, templates: [] });

    await take({
      kind: 'report',
      receiver,
      channel: 'whatsapp',
      providerId: 'wamid.1',
      status: 'failed',
      failure: { reason },
    });

    expect((await loadTemplates(settings.ports.store, id)) && 'listed').toBe(kept);
  },
);
