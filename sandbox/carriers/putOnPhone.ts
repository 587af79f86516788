import { type Account, timeOf } from './account';
import type { CustomerWish } from './carrier';

/** The customer sees what they did at once: a message with one tick, or a change to a message that is there. */
export function putOnPhone(account: Account, wish: CustomerWish, id: string): void {
  const { phones } = account;
  const { from, channel, to, text, media, reaction, edit, deletion, newPhone, name, quotes } = wish;
  if (name !== undefined) phones.setName(from, name);
  if (reaction)
    return phones.change(from, reaction.target, {
      kind: 'reaction',
      ...(reaction.emoji && { emoji: reaction.emoji }),
    });
  if (edit) return phones.change(from, edit.target, { kind: 'edit', text: edit.text });
  if (deletion) return phones.change(from, deletion.target, { kind: 'deletion' });
  if (newPhone) return phones.setName(newPhone, phones.name(from));
  phones.show(from, {
    id,
    side: 'customer',
    channel,
    from,
    to,
    at: timeOf(account, wish),
    status: 'sent',
    ...(text !== undefined && { text }),
    ...(media && { media }),
    ...(quotes !== undefined && { quotes }),
  });
}
