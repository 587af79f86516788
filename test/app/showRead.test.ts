import type { HttpAnswer } from '../../src/app/ports';
import { runTurn } from '../../src/app/runTurn';
import { showReadOnOpen } from '../../src/app/showRead';
import type { Channel } from '../../src/domain/contact';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { numberIdOf } from '../../src/storage/keys';
import { leavePlatform } from '../forge/onPlatform';
import { CONTACT, PROJECT } from '../support/builders';
import { aCustomerMessage } from '../support/eventBuilders';
import { connectMeta, metaCredentials, openSettings, whatsapp } from './settings/admin';

afterEach(leavePlatform);

const ON_OPEN = { ...DEFAULT_SETTINGS, readReceipts: 'on-open' } as const;
const OK: HttpAnswer = { status: 200, headers: {}, body: '{"success":true}' };
const ignored = async () => undefined;

type Place = { readonly answer?: HttpAnswer | 'none'; readonly channel?: Channel; readonly remainingMs?: number };

/** Ana wrote to a Meta number, and its provider answers as told. */
async function unread({ answer = OK, channel = 'whatsapp', remainingMs = 20_000 }: Place = {}) {
  const asked: string[] = [];
  const warned: string[] = [];
  const settings = openSettings({
    queue: { push: ignored },
    live: { publish: ignored, subscribeToken: ignored },
    clock: { now: Date.now, sleep: ignored, remainingMs: () => remainingMs },
    log: { info: () => undefined, warn: (event) => warned.push(event), error: () => undefined },
    provider: async ({ body }) => {
      asked.push(body ?? '');
      if (answer === 'none') throw new Error('no answer');
      return answer;
    },
  });
  const receiver = metaCredentials.phoneNumberId;
  await settings.done('addNumber', {
    connection: await connectMeta(settings),
    receiver,
    display: '',
    channels: whatsapp,
  });
  const number = numberIdOf('meta', receiver);
  const message = aCustomerMessage({ number, channel, providerId: 'wamid.newest', at: Date.now() });
  const thread = await runTurn(settings.app, { key: { project: PROJECT, contact: CONTACT }, events: [message] });
  const [conversation] = Object.values(thread.head.active);
  if (!conversation) throw new Error('no conversation was opened');
  return { ...settings, asked, warned, conversation };
}

test('the customer’s newest message is shown as read', async () => {
  const { app, asked, conversation } = await unread();

  await showReadOnOpen(app, conversation, ON_OPEN);

  expect(asked.map((body) => JSON.parse(body) as unknown)).toEqual([
    { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.newest' },
  ]);
});

test.each([
  ['a provider that does not answer', 'none' as const],
  ['a provider that refuses', { ...OK, status: 400 }],
])('%s is noted and fails nothing', async (_, answer) => {
  const { app, warned, conversation } = await unread({ answer });

  await showReadOnOpen(app, conversation, ON_OPEN);

  expect(warned).toContain('message not shown as read');
});

test.each<[string, Place & { unread?: boolean; rules?: typeof DEFAULT_SETTINGS }]>([
  ['nothing is unread', { unread: false }],
  ['the rules say never', { rules: DEFAULT_SETTINGS }],
  ['it came by SMS', { channel: 'sms' }],
  ['the function has no time left', { remainingMs: 5_000 }],
])('nobody is asked where %s', async (_, { unread: isUnread = true, rules = ON_OPEN, ...place }) => {
  const { app, asked, conversation } = await unread(place);

  await showReadOnOpen(app, { ...conversation, unread: isUnread }, rules);

  expect(asked).toEqual([]);
});
