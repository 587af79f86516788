import AtlaskitComment, { CommentAction, CommentAuthor, CommentEdited, CommentTime } from '@atlaskit/comment';
import type { ComponentProps } from 'react';
import { Children, Slot, type Drawing } from './draw';
import { wrapped } from './forgeDoc';
import { textProp } from './tell';

type Press = { readonly text: string; readonly onClick?: () => void };

const later = (press: Press) => press.onClick && { onClick: () => setTimeout(() => press.onClick?.(), 0) };
const plain = ['errorIconLabel', 'headingLevel', 'highlighted', 'id', 'isError', 'isSaving', 'restrictedTo'].concat([
  'savingText',
  'shouldHeaderWrap',
  'shouldRenderNestedCommentsInline',
  'testId',
  'type',
]);

const actionsOf = (presses: readonly Press[] | undefined) =>
  presses?.map((press) => (
    <CommentAction key={press.text} {...later(press)}>
      {press.text}
    </CommentAction>
  ));

function Comment({ doc }: Drawing) {
  const own = Object.fromEntries(Object.entries(doc.props).filter(([name]) => plain.includes(name)));
  const author = doc.props.author as Press | undefined;
  const time = doc.props.time as Press | undefined;
  const edited = textProp(doc, 'edited');
  const actions = actionsOf(doc.props.actions as readonly Press[] | undefined);
  const errorActions = actionsOf(doc.props.errorActions as readonly Press[] | undefined);
  const replies = doc.children.filter((child) => child.type !== 'ContentWrapper');
  return (
    <AtlaskitComment
      {...(own as Partial<ComponentProps<typeof AtlaskitComment>>)}
      avatar={<Children docs={wrapped(doc, 'avatar')} />}
      content={<Children docs={wrapped(doc, 'content')} />}
      {...(author && { author: <CommentAuthor {...later(author)}>{author.text}</CommentAuthor> })}
      {...(time && { time: <CommentTime {...later(time)}>{time.text}</CommentTime> })}
      {...(edited && { edited: <CommentEdited>{edited}</CommentEdited> })}
      {...(actions && { actions })}
      {...(errorActions && { errorActions })}
      {...(doc.props.afterContent !== undefined && { afterContent: <Slot doc={doc} name="afterContent" /> })}
    >
      {replies.length > 0 && <Children docs={replies} />}
    </AtlaskitComment>
  );
}

export const comments = { Comment };
