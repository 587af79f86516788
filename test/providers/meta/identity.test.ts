import { parse } from '../../../src/providers/meta/inbound';
import { webhookRequest } from '../webhookRequest';

const metadata = { phone_number_id: '106540352242922', display_phone_number: '15550783881' };
const told = (field: string, value: object) =>
  parse(
    webhookRequest({
      body: JSON.stringify({
        object: 'whatsapp_business_account',
        entry: [{ id: '1', changes: [{ field, value: { metadata, ...value } }] }],
      }),
    }),
  ).events;
const message = (system: object) => ({
  messages: [{ from: '385991903327', id: 'wamid.1', timestamp: '1750269342', type: 'system', system }],
});
const phone = (digits: string) => ({ kind: 'phone', phone: `+${digits}` });
const user = (userId: string) => ({ kind: 'whatsapp-user', userId });
const from = { receiver: '106540352242922', channel: 'whatsapp', kind: 'identity', at: 1_750_269_342_000 };

test('A3 a new phone is told by a system message', () => {
  expect(told('messages', message({ type: 'user_changed_number', wa_id: '385991111111' }))).toEqual([
    { ...from, was: [phone('385991903327')], now: [phone('385991111111')] },
  ]);
});

test('A3 a new user id is told by a system message', () => {
  const system = { type: 'user_changed_user_id', previous_user_id: 'HR.1', user_id: 'HR.2', wa_id: '385991111111' };
  expect(told('messages', message(system))).toEqual([
    { ...from, was: [phone('385991903327'), user('HR.1')], now: [phone('385991111111'), user('HR.2')] },
  ]);
});

test('A3 a new user id is told by a field of its own', () => {
  const update = { user_id: { previous: 'HR.1', current: 'HR.2' }, wa_id: '385991903327', timestamp: '1750269342' };
  expect(told('user_id_update', { user_id_update: [update] })).toEqual([
    { ...from, was: [user('HR.1')], now: [phone('385991903327'), user('HR.2')] },
  ]);
});

test('A3 the person beside a system message who has another phone is not taken for the one before', () => {
  const contacts = [{ wa_id: '385991111111', user_id: 'HR.2' }];
  const system = { type: 'user_changed_number', wa_id: '385991111111', user_id: 'HR.2' };
  expect(told('messages', { ...message(system), contacts })).toEqual([
    { ...from, was: [phone('385991903327')], now: [phone('385991111111'), user('HR.2')] },
  ]);
});

test('other system messages, and changes of nobody, are left out', () => {
  expect(told('messages', message({ type: 'customer_identity_changed' }))).toEqual([]);
  expect(told('messages', message({ type: 'user_changed_number' }))).toEqual([]);
  expect(told('user_id_update', { user_id_update: [{ user_id: {} }] })).toEqual([]);
});
