import fc from 'fast-check';
import { withNewest, withOlder, type Pages } from '../../../src/ui/issue-tab/pages';
import { aMessage } from '../support/conversations';
import type { MessageView } from '../../../src/contract/views';

const PAGE = 25;

/** A message says when it was said; one that was moved away is not shown at all. */
type Said = { readonly minute: number; readonly moved: boolean };

/** The server's side: pages by sequence, each in the order of what was said. */
const pageOf = (said: readonly Said[], before = said.length + 1): Pages => {
  const last = Math.min(said.length, before - 1);
  const first = Math.max(1, last - PAGE + 1);
  return { messages: visible(said, first, last), older: first > 1 ? first : undefined };
};

const visible = (said: readonly Said[], first: number, last: number): MessageView[] =>
  said
    .map(({ minute, moved }, index) => ({ moved, message: aMessage(index + 1, { at: isoTime(minute) }) }))
    .filter(({ moved, message: { sequence } }) => !moved && sequence >= first && sequence <= last)
    .map(({ message }) => message)
    .sort((one, other) => one.at.localeCompare(other.at) || one.sequence - other.sequence);

const isoTime = (minute: number): string => new Date(Date.UTC(2026, 10, 21) + minute * 60_000).toISOString();
const sequences = ({ messages }: Pages): number[] => messages.map(({ sequence }) => sequence);

const saying = fc.record({ minute: fc.nat(300), moved: fc.boolean() });
const story = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('newest' as const), said: fc.array(saying, { maxLength: 40 }) }),
    fc.record({ kind: fc.constant('older' as const), said: fc.constant<Said[]>([]) }),
  ),
  { maxLength: 10 },
);

test('whatever pages come in, all messages from the cursor on are shown once, in the order they were said', () => {
  fc.assert(
    fc.property(fc.array(saying, { maxLength: 80 }), story, (start, steps) => {
      let said: readonly Said[] = start;
      let told = said.length;
      let shown = pageOf(said);
      for (const step of steps) {
        said = [...said, ...step.said];
        if (step.kind === 'newest') {
          shown = withNewest(shown, pageOf(said));
          told = said.length;
        } else if (shown.older !== undefined) shown = withOlder(shown, pageOf(said, shown.older), shown.older);
        expect(sequences(shown)).toEqual(visible(said, shown.older ?? 1, told).map(({ sequence }) => sequence));
      }
    }),
  );
});

const page = (first: number, last: number): Pages => ({
  messages: Array.from({ length: last - first + 1 }, (_, index) => aMessage(first + index)),
  older: first > 1 ? first : undefined,
});

test('older pages stay when the newest page is loaded again', () => {
  const shown = withOlder(page(26, 50), page(1, 25), 26);
  expect(sequences(withNewest(shown, page(27, 51)))).toEqual(sequences(page(1, 51)));
});

test('a status told by the newest page replaces the one shown', () => {
  const read = { ...aMessage(2), delivery: { status: 'read', at: '2026-11-21T09:10:00.000Z' } };
  const shown = withNewest(page(1, 2), { messages: [aMessage(1), read], older: undefined });
  expect(shown.messages[1]?.delivery?.status).toBe('read');
});

test('when more came in than one page holds, the newest page stands alone', () => {
  expect(withNewest(page(1, 10), page(40, 64))).toEqual(page(40, 64));
});

test('an older page that is not asked for any more is left out', () => {
  expect(withOlder(page(40, 64), page(1, 25), 26)).toEqual(page(40, 64));
});
