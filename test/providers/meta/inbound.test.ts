import type { ProviderEvent } from '../../../src/providers/providerEvent';
import { ana, metaBatch, metaBody, metaGateway, signedByMeta } from './metaCase';

const gateway = metaGateway();
const parse = (value: object, field?: string) => gateway.parse(signedByMeta(metaBody(value, field)));
const text = { id: 'wamid.1', timestamp: '1795165200', type: 'text', text: { body: 'Hello' } };
const only = (events: readonly ProviderEvent[]) => {
  expect(events).toHaveLength(1);
  return events[0]!;
};

test('a text message names its receiver, sender, time and words', () => {
  const contacts = [{ profile: { name: 'Ana Horvat' }, wa_id: '385991903327' }];
  const { events, ignored } = parse({ contacts, messages: [{ ...text, from: '385991903327' }] });
  expect(ignored).toEqual([]);
  expect(only(events)).toEqual({
    kind: 'message',
    receiver: '200000000000001',
    receiverDisplay: '+4930901820',
    channel: 'whatsapp',
    providerId: 'wamid.1',
    from: [{ kind: 'phone', phone: ana }],
    name: 'Ana Horvat',
    content: { kind: 'text', text: 'Hello' },
    at: 1_795_165_200_000,
  });
});

test('people are joined by number and not by their place in the list', () => {
  const { events } = gateway.parse(signedByMeta(metaBatch));
  const names = events.flatMap((event) => (event.kind === 'message' ? [event.name] : []));
  expect(names).toEqual(['Ana Horvat', 'Jonas Weber', 'Ana Horvat']);
});

test('each event of a batch names the number it came to', () => {
  const { events } = gateway.parse(signedByMeta(metaBatch));
  expect(events.map(({ receiver }) => receiver?.slice(-1))).toEqual(['1', '1', '1', '1', '2']);
});

describe('who writes', () => {
  const sendersOf = (message: object, contacts: object[] = []) => {
    const event = only(parse({ contacts, messages: [{ ...text, ...message }] }).events);
    return event.kind === 'message' ? event.from : [];
  };
  const phone = { kind: 'phone', phone: ana };
  const user = { kind: 'whatsapp-user', userId: 'HR.123456789012345678' };

  test('a user who hides the number is known by the user id', () => {
    expect(sendersOf({ from_user_id: user.userId })).toEqual([user]);
  });

  test('with both, the phone number comes first', () => {
    expect(sendersOf({ from_user_id: user.userId, from: '385991903327' })).toEqual([phone, user]);
  });

  test('the user id may stand in the list of people only', () => {
    const contacts = [{ wa_id: '385991903327', user_id: user.userId, profile: {} }];
    expect(sendersOf({ from: '385991903327' }, contacts)).toEqual([phone, user]);
  });

  test('the phone number may stand in the list of people only', () => {
    const contacts = [{ wa_id: '385991903327', user_id: user.userId }];
    expect(sendersOf({ from_user_id: user.userId }, contacts)).toEqual([phone, user]);
  });

  test('a number written with its plus sign is the same number', () => {
    expect(sendersOf({ from: '+385991903327' })).toEqual([phone]);
  });

  test.each(['US.13491208655302741918', 'HR.123456'])('a user id may stand where the number stood: %s', (userId) => {
    const alone = { kind: 'whatsapp-user', userId };
    expect(sendersOf({ from: userId })).toEqual([alone]);
    expect(sendersOf({ from: userId, from_user_id: userId })).toEqual([alone]);
    expect(sendersOf({ from: userId }, [{ wa_id: '385991903327', user_id: userId }])).toEqual([phone, alone]);
  });

  const brazilian = { wa_id: '551187654321', user_id: 'BR.123', profile: { name: 'Bia' } };

  test('the only person beside the only message wrote it, also where nothing else says so', () => {
    expect(sendersOf({}, [{ wa_id: '385991903327', user_id: user.userId }])).toEqual([phone, user]);
    const { events } = parse({ contacts: [brazilian], messages: [{ ...text, from: '5511987654321' }] });
    expect(only(events)).toMatchObject({
      name: 'Bia',
      from: [{ phone: '+5511987654321' }, { kind: 'whatsapp-user', userId: 'BR.123' }],
    });
  });

  test('of several messages or people nobody is guessed', () => {
    const messages = [{ ...text, from: '5511987654321' }, text];
    const { events, ignored } = parse({ contacts: [brazilian], messages });
    expect(ignored).toEqual(['message without a sender']);
    expect(only(events)).not.toHaveProperty('name');
    const two = [brazilian, { ...brazilian, wa_id: '385991903327' }];
    expect(parse({ contacts: two, messages: [text] }).ignored).toEqual(['message without a sender']);
  });

  test('without any sender the message is left out with a reason', () => {
    expect(parse({ messages: [text] })).toEqual({ events: [], ignored: ['message without a sender'] });
  });
});

test('the message that is quoted is named; a forwarded one quotes nothing', () => {
  const from = '385991903327';
  const { events } = parse({
    messages: [
      { ...text, from, context: { from: '4930901820', id: 'wamid.0' } },
      { ...text, from, context: { forwarded: true } },
    ],
  });
  expect(events.map((event) => event.kind === 'message' && event.quotes)).toEqual(['wamid.0', undefined]);
});

test('one odd message costs only itself', () => {
  const { events, ignored } = parse({ messages: [null, { ...text, from: '385991903327' }, { type: 'text' }] });
  expect(events).toHaveLength(1);
  expect(ignored).toEqual(['unreadable message', 'unreadable message']);
});

test.each([
  [
    'a message in a group',
    { messages: [{ ...text, from: '385991903327', group_id: 'G' }] },
    'messages',
    'group message',
  ],
  [
    'a change of number',
    { messages: [{ ...text, type: 'system', from: '385991903327' }] },
    'messages',
    'system message',
  ],
  ['a marketing preference', { user_preferences: [{}] }, 'user_preferences', 'field user_preferences'],
  [
    'an error of the account',
    { errors: [{ code: 130429, title: 'Rate limit hit' }] },
    'messages',
    'account error 130429',
  ],
])('%s is left out with its reason', (...[, value, field, reason]) => {
  expect(parse(value, field)).toEqual({ events: [], ignored: [reason] });
});

test.each(['message_template_status_update', 'message_template_components_update'])(
  'what is told as %s makes the list of templates old',
  (field) => {
    expect(parse({}, field)).toEqual({ events: [], ignored: [], templatesChanged: true });
  },
);

test('a body about something else than WhatsApp is left out', () => {
  expect(gateway.parse(signedByMeta('{"object":"page","entry":[]}')).ignored).toEqual(['object page']);
});

describe('a body with one part missing or of another shape', () => {
  const original: unknown = JSON.parse(metaBatch);
  const places = placesIn(original);

  test.each([null, 0, 'text', [], {}])('is read without an exception where a part is %j', (odd) => {
    for (const place of places) {
      const { events } = gateway.parse(signedByMeta(JSON.stringify(replaced(original, place, odd))));
      expect(events.length).toBeLessThanOrEqual(5);
    }
  });

  test('keeps every event that does not need the part', () => {
    const withoutNames = places.filter((place) => place.at(-1) === 'contacts');
    expect(withoutNames).toHaveLength(2);
    for (const place of withoutNames) {
      expect(gateway.parse(signedByMeta(JSON.stringify(replaced(original, place, undefined)))).events).toHaveLength(5);
    }
  });
});

type Place = readonly string[];

function placesIn(value: unknown, place: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [place];
  const inside = Object.entries(value).flatMap(([name, part]) => placesIn(part, [...place, name]));
  return place.length > 0 ? [place, ...inside] : inside;
}

function replaced(value: unknown, [name, ...rest]: Place, odd: unknown): unknown {
  if (name === undefined) return odd;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  copy[name] = replaced(copy[name], rest, odd);
  return copy;
}

test('the advertisement that opened the chat goes with the message', () => {
  const referral = {
    source_url: 'https://fb.me/ad',
    source_type: 'ad',
    headline: 'Printers',
    body: '',
    ctwa_clid: 'x',
  };
  const { events } = parse({ messages: [{ ...text, from: '385991903327', referral }] });
  expect(only(events)).toMatchObject({ referral: { url: 'https://fb.me/ad', headline: 'Printers' } });
  const { events: odd } = parse({ messages: [{ ...text, from: '385991903327', referral: 'odd' }] });
  expect(only(odd)).not.toHaveProperty('referral');
});
