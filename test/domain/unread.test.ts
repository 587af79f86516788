import { asSeen, asUnread } from '../../src/domain/unread';
import { aConversation } from '../support/builders';

test('what nobody has looked at begins with the first message since somebody did', () => {
  const seen = aConversation({ unread: false, messages: 4 });
  const first = asUnread({ ...seen, messages: 5 });
  expect(first).toMatchObject({ unread: true, unreadFrom: 5, noteDue: true });
  expect(asUnread({ ...first, messages: 6 })).toMatchObject({ unread: true, unreadFrom: 5 });
});

test('looking or answering ends it', () => {
  const unread = asUnread(aConversation({ unread: false, messages: 5 }));
  expect(asSeen(unread)).toEqual({ ...aConversation({ messages: 5 }), unread: false });
});
