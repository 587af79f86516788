import { Box, Icon, User, xcss } from '@forge/react';
import type { MessageView } from '../../contract/views';
import { useSay } from '../shared/useSay';

/** Pictures and icons have different sizes: one least width keeps all texts in one column. */
const place = xcss({ minWidth: '32px', textAlign: 'center' });

export const AuthorPicture = ({ author }: { readonly author: MessageView['author'] }) => (
  <Box xcss={place}>
    {author.kind === 'agent' ? <User accountId={author.accountId} hideDisplayName /> : <Kind kind={author.kind} />}
  </Box>
);

const Kind = ({ kind }: { readonly kind: Exclude<MessageView['author']['kind'], 'agent'> }) => {
  const say = useSay();
  return kind === 'customer' || kind === 'staff' ? (
    <Icon glyph="person" label={say(kind === 'staff' ? 'author.staff' : 'author.customer-picture')} />
  ) : (
    <Icon glyph="comment" label={say(kind === 'notice' ? 'author.notice-picture' : 'author.auto-reply-picture')} />
  );
};
