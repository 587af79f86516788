import type { PhoneMessage } from '../../../../sandbox/site/page/api/sandbox';
import { stepsDone } from '../../../../sandbox/site/page/guide/steps';

const since = '2026-11-02T09:00:00.000Z';
const at = (minute: number) => new Date(Date.parse(since) + minute * 60_000).toISOString();
const message = (side: 'customer' | 'business', minute: number, text: string): PhoneMessage => ({
  id: `${minute}`,
  side,
  channel: 'sms',
  from: '+1',
  to: '+2',
  text,
  at: at(minute),
});
const wrote = message('customer', 1, 'Hello');
const answered = message('business', 5, 'Good morning');
const done = (...args: Parameters<typeof stepsDone>) => [...stepsDone(...args)];

test('nothing is ticked by what happened before the guide began', () => {
  expect(done({ since, shown: at(2) }, [message('customer', -1, 'demo')])).toEqual([]);
});

test('writing ticks the first, and the second once a request is shown that the message has changed', () => {
  expect(done({ since }, [wrote])).toEqual(['write']);
  expect(done({ since, shown: at(0) }, [wrote])).toEqual(['write']);
  expect(done({ since, shown: at(2) }, [wrote])).toEqual(['write', 'open']);
});

test('an answer counts when it is on the phone, not when it was sent', () => {
  expect(done({ since, answered: true }, [wrote])).not.toContain('answer');
  expect(done({ since, answered: true }, [wrote, answered])).toContain('answer');
});

test('a comment counts when its words are on the phone', () => {
  expect(done({ since, commented: 'See you' }, [wrote, answered])).not.toContain('comment');
  expect(done({ since, commented: 'Good morning' }, [wrote, answered])).toContain('comment');
});

test('the last step wants a message after the last answer', () => {
  const again = message('customer', 9, 'One more thing');
  expect(done({ since, resolved: true }, [wrote, answered])).not.toContain('resolve');
  expect(done({ since, resolved: true }, [again, answered, wrote])).toContain('resolve');
});
