import fc from 'fast-check';
import { withNewest, withOlder, type Pages } from '../../../src/ui/issue-tab/pages';
import { aMessage } from '../support/conversations';

const page = (first: number, last: number): Pages => ({
  messages: Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => aMessage(first + index)),
  older: first > 1 ? first : undefined,
});
const sequences = ({ messages }: Pages): number[] => messages.map(({ sequence }) => sequence);

test('whatever pages come in, what is shown has no gap, no double, and knows what is older', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('newest' as const), grown: fc.nat(60) }),
    fc.record({ kind: fc.constant('older' as const), grown: fc.constant(0) }),
  );
  fc.assert(
    fc.property(fc.nat(80), fc.array(step, { maxLength: 12 }), (start, steps) => {
      let last = start;
      let shown = page(Math.max(1, last - 24), last);
      for (const { kind, grown } of steps) {
        last += grown;
        if (kind === 'newest') shown = withNewest(shown, page(Math.max(1, last - 24), last));
        else if (shown.older !== undefined)
          shown = withOlder(shown, page(Math.max(1, shown.older - 25), shown.older - 1));
        const [first = 1, ...rest] = sequences(shown);
        expect(rest).toEqual(rest.map((_, index) => first + 1 + index));
        expect(shown.older).toBe(first > 1 ? first : undefined);
      }
    }),
  );
});

test('a status told by the newest page replaces the one shown', () => {
  const read = { ...aMessage(2), delivery: { status: 'read', at: '2026-11-21T09:10:00.000Z' } };
  const shown = withNewest(page(1, 2), { messages: [aMessage(1), read], older: undefined });
  expect(shown.messages[1]?.delivery?.status).toBe('read');
});

test('when more came in than one page holds, the newest page stands alone', () => {
  expect(sequences(withNewest(page(1, 10), page(40, 64)))).toEqual(sequences(page(40, 64)));
});

test('a page that does not join what is shown is left out', () => {
  expect(withOlder(page(40, 64), page(1, 25))).toEqual(page(40, 64));
});
