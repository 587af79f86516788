import type { Channel } from '../../src/domain/contact';
import { keywordOf, type Keyword } from '../../src/domain/keywords';
import { START_WORDS, STOP_WORDS } from '../../src/domain/optOutWords';

const RULES = { optOutWords: { standard: true, more: [] } };
const said = (text: string, keyword?: Keyword) => saidOn('whatsapp', text, keyword);
const saidOn = (channel: Channel, text: string, keyword?: Keyword) =>
  keywordOf({ channel, content: { kind: 'text', text }, ...(keyword && { keyword }) }, RULES);

test.each([
  ['STOP', 'stop'],
  [' stop. ', 'stop'],
  ['Unsubscribe!', 'stop'],
  ['StopAll', 'stop'],
  ['Opt-out', 'stop'],
  ['start', 'start'],
  ['UNSTOP', 'start'],
  ['Help', 'help'],
])('X18 %j alone is the keyword %s', (text, keyword) => {
  expect(said(text)).toBe(keyword);
});

test.each([
  ['Arrêt !', 'fr'],
  ['ARRET', 'fr'],
  ['«Désabonner»', 'fr'],
  ['Baja.', 'es'],
  ['cancelar  suscripcion', 'es'],
  ['Rezygnuje', 'pl'],
  ['Odhlásit', 'cs'],
  ['Abmelden', 'de'],
])('X18 %j asks for no more messages without regard to case, accents and signs (%s)', (text) => {
  expect(said(text)).toBe('stop');
});

test('X18 every word of the list is a keyword as it stands there', () => {
  const words = Object.values(STOP_WORDS).flatMap((list) => list.split(', '));
  expect(words.filter((word) => said(word) !== 'stop')).toEqual([]);
});

test('X18 every language that has a word to stop has one to start again, and each is a keyword as it stands there', () => {
  expect(Object.keys(START_WORDS)).toEqual(Object.keys(STOP_WORDS));
  const words = Object.values(START_WORDS).flatMap((list) => list.split(', '));
  expect(words.filter((word) => said(word) !== 'start')).toEqual([]);
});

test.each(['Aide', 'Ayuda', 'Pomoć', 'Anmelden', 'Prijava'])(
  'X18 a bare %j asks for something and opens a request',
  (text) => {
    expect(said(text)).toBeUndefined();
  },
);

test.each(['please stop', 'stop it now', '', '…', 'yes', 'end', 'cancel', 'info', 'stop?', 'Hilfe', 'ja', 'nein'])(
  'X18 %j is a message',
  (text) => {
    expect(said(text)).toBeUndefined();
  },
);

test.each(['CANCEL', 'End', ' quit. ', 'Revoke'])(
  'X18 %j stops on SMS, where carriers block on it, and answers a question on WhatsApp',
  (text) => {
    expect([saidOn('sms', text), saidOn('whatsapp', text)]).toEqual(['stop', undefined]);
  },
);

test.each(['the end', 'end it', 'please cancel', 'cancel?', 'quit it', 'yes', 'info'])(
  'X18 %j is a message on SMS, too',
  (text) => {
    expect(saidOn('sms', text)).toBeUndefined();
  },
);

test('X18 what stops everywhere and what starts again are the same on SMS', () => {
  expect(['STOP', 'Arrêt', 'START', 'help'].map((text) => saidOn('sms', text))).toEqual([
    'stop',
    'stop',
    'start',
    'help',
  ]);
});

test('X18 an ambiguous word is a keyword where the provider itself says so', () => {
  expect(said('yes', 'start')).toBe('start');
});

test('X18 a caption and the label of a button are no keywords', () => {
  expect(keywordOf({ channel: 'sms', content: { kind: 'choice', text: 'Stop' } }, RULES)).toBeUndefined();
  const content = { kind: 'media', media: { kind: 'image', providerId: '1' }, caption: 'stop' } as const;
  expect(keywordOf({ channel: 'sms', content }, RULES)).toBeUndefined();
});

test('X18 an administrator’s own words opt out as well, also instead of the standard ones', () => {
  const own = { optOutWords: { standard: false, more: ['Kein Bedarf'] } };
  const word = (text: string) => keywordOf({ channel: 'sms', content: { kind: 'text', text } }, own);
  expect([word('kein bedarf!'), word('STOP'), word('cancel')]).toEqual(['stop', undefined, undefined]);
  expect(word('kein bedarf mehr')).toBeUndefined();
  expect(keywordOf({ channel: 'sms', content: { kind: 'text', text: 'STOP' }, keyword: 'stop' }, own)).toBe('stop');
});

test('X18 whatever words opt out, START takes it back, and so do an administrator’s words for that', () => {
  const own = { optOutWords: { standard: false, more: ['Kein Bedarf'], back: ['Wieder Bedarf'] } };
  const word = (text: string) => keywordOf({ channel: 'sms', content: { kind: 'text', text } }, own);
  expect([word('Start'), word('wieder bedarf!'), word('Help')]).toEqual(['start', 'start', undefined]);
});
