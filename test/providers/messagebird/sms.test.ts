import { ADDRESS } from '../webhookRequest';
import { ana, messagebirdGateway, parseForm, parseJsonBody, signedByMessageBird } from './messagebirdCase';

const phone = { kind: 'phone', phone: ana };
const form = {
  id: '1234567890abcdef1234567890abcdef',
  recipient: '31970010240126',
  originator: '385991903327',
  body: 'Pisač + skener & "mreža" ü 😀',
  createdDatetime: '2026-11-20T11:02:59+01:00',
  reference: '',
};

const sms = {
  kind: 'message',
  receiver: '+31970010240126',
  receiverDisplay: '+31970010240126',
  channel: 'sms',
  providerId: form.id,
  from: [phone],
  content: { kind: 'text', text: form.body },
  at: Date.parse('2026-11-20T10:02:59Z'),
};

test('an SMS names its receiver, sender, words and time', () => {
  expect(parseForm(form)).toEqual({ events: [sms], ignored: [] });
});

test('the same comes as JSON or by GET from a flow', () => {
  expect(parseJsonBody({ ...form, segments: 1 }).events).toEqual([sms]);
  const url = `${ADDRESS}?${new URLSearchParams(form).toString()}`;
  expect(messagebirdGateway().parse(signedByMessageBird({ method: 'GET', url })).events).toEqual([sms]);
});

test('one to a short code names the code as it is, and no time because its zone is unknown', () => {
  const short = {
    mid: '123456789',
    shortcode: '1008',
    message: 'JOIN demo',
    originator: '385991903327',
    receive_datetime: '20261120100259',
  };
  expect(parseForm(short).events).toEqual([
    {
      kind: 'message',
      receiver: '1008',
      receiverDisplay: '1008',
      channel: 'sms',
      providerId: '123456789',
      from: [phone],
      content: { kind: 'text', text: 'JOIN demo' },
    },
  ]);
});

test.each([
  ['an impossible time', { createdDatetime: '2026-13-40T99:00:00Z' }],
  ['no time', { createdDatetime: '' }],
])('%s is none', (_, more) => {
  expect(parseForm({ ...form, ...more }).events[0]).not.toHaveProperty('at');
});

const BYTES = '01062F1F2DB69181923645303242333038443330364435343100';

test.each([
  ['of the type binary', { type: 'binary', body: BYTES }],
  ['of the type binary without a body', { type: 'binary', body: '' }],
  ['of the type binary with its bytes as payload', { type: 'binary', body: '', payload: BYTES }],
  ['of binary data coding', { datacoding: 'binary', body: BYTES }],
  ['to a port of the phone', { udh: '0605040B8423F0', body: BYTES }],
  ['to a port, told among the details of its type', { 'typeDetails[udh]': '0605040b8423f0', body: BYTES }],
])('one %s is a row that says so, not a row of digits', (_, more) => {
  expect(parseForm({ ...form, ...more }).events).toEqual([
    { ...sms, content: { kind: 'unsupported', description: 'binary' } },
  ]);
});

test('a part of a long text is text, and so is what only looks like bytes', () => {
  const content = { kind: 'text', text: 'CAFE' };
  for (const more of [{ udh: '050003CC0201', type: 'sms' }, { datacoding: 'plain' }, {}])
    expect(parseForm({ ...form, ...more, body: 'CAFE' }).events).toEqual([{ ...sms, content }]);
});

test('one without words is a row that says so', () => {
  expect(parseForm({ ...form, body: '', type: 'sms' }).events).toMatchObject([
    { content: { kind: 'unsupported', description: 'empty' } },
  ]);
});

test.each([
  ['no sender', { originator: '' }, 'sender without a number'],
  ['no receiver', { recipient: '' }, 'unknown event'],
  ['no id', { id: '' }, 'unknown event'],
])('one with %s is left out', (_, more, reason) => {
  expect(parseForm({ ...form, ...more })).toEqual({ events: [], ignored: [reason] });
});
