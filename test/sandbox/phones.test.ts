import fc from 'fast-check';
import { createPhones, newPhonesState, type Tick } from '../../sandbox/phones';

const ANA = '+385991903327';
const phonesAt = (now: number) => createPhones({ state: newPhonesState(), agenda: { now: () => now } });
const message = { id: 'm1', side: 'business', channel: 'sms', from: '+385951006719', to: ANA, text: 'Hello' } as const;

test('two phones are in view, and any other number is a phone as soon as something arrives', () => {
  const phones = phonesAt(0);
  expect(phones.list()).toEqual([ANA, '+4915117607506']);
  phones.show('+4915100000000', message);
  expect(phones.list()).toHaveLength(3);
  expect(phones.messages('+4915100000000')).toHaveLength(1);
});

test('a message is shown once, however often it arrives', () => {
  const phones = phonesAt(0);
  phones.show(ANA, message);
  phones.show(ANA, { ...message, text: 'again' });
  expect(phones.messages(ANA)).toEqual([{ ...message, at: '1970-01-01T00:00:00.000Z' }]);
});

test('messages are shown oldest first, by their own time', () => {
  const phones = phonesAt(5_000);
  phones.show(ANA, message);
  phones.show(ANA, { ...message, id: 'm0', at: 1_000 });
  phones.show(ANA, { ...message, id: 'm2' });
  expect(phones.messages(ANA).map(({ id }) => id)).toEqual(['m0', 'm1', 'm2']);
});

test('ticks never go back, whatever the order of reports', () => {
  const ticks: readonly Tick[] = ['sent', 'failed', 'delivered', 'read'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ticks), { minLength: 1 }), (reports) => {
      const phones = phonesAt(0);
      phones.show(ANA, message);
      for (const status of reports) phones.tick(ANA, 'm1', status);
      const highest = ticks.findLast((status) => reports.includes(status));
      expect(phones.messages(ANA)[0]?.status).toBe(highest);
    }),
  );
});

test('the customer reacts, takes it back, edits and deletes', () => {
  const phones = phonesAt(0);
  phones.show(ANA, message);
  phones.change(ANA, 'm1', { kind: 'reaction', emoji: '👍' });
  expect(phones.messages(ANA)[0]).toMatchObject({ reaction: '👍' });
  phones.change(ANA, 'm1', { kind: 'reaction' });
  expect(phones.messages(ANA)[0]).not.toHaveProperty('reaction');
  phones.change(ANA, 'm1', { kind: 'edit', text: 'Better' });
  expect(phones.messages(ANA)[0]).toMatchObject({ text: 'Better', edited: true });
  phones.change(ANA, 'm1', { kind: 'deletion' });
  expect(phones.messages(ANA)[0]).not.toHaveProperty('text');
});

test('a change to a message that is not there is left alone', () => {
  const phones = phonesAt(0);
  phones.change(ANA, 'nothing', { kind: 'deletion' });
  expect(phones.messages(ANA)).toEqual([]);
});
