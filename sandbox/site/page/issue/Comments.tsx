import Comment, { CommentAuthor, CommentEdited, CommentTime } from '@atlaskit/comment';
import Spinner from '@atlaskit/spinner';
import { jiraAs, type Issue, type JiraComment } from '../api/jira';
import { Adf } from '../shared/Adf';
import { Refused } from '../shared/Refused';
import { Face } from '../shared/Face';
import { useSite } from '../shared/site';
import { agoOf } from '../shared/time';
import { useLoaded } from '../shared/useLoaded';
import { CommentBox } from './CommentBox';

export function Comments({ issue }: { readonly issue: Issue }) {
  const { person } = useSite();
  const { value, error } = useLoaded(`comments/${issue.key}/${person.email}`, () => jiraAs(person).comments(issue.key));
  return (
    <div className="comments" data-testid="comments">
      <CommentBox issueKey={issue.key} />
      <Refused error={error} />
      {!value && error === undefined && <Spinner label="Loading comments" />}
      {[...(value?.comments ?? [])].reverse().map((comment) => (
        <One key={comment.id} comment={comment} />
      ))}
    </div>
  );
}

function One({ comment }: { readonly comment: JiraComment }) {
  const { state } = useSite();
  const isInternal = comment.jsdPublic === false;
  return (
    <div className={isInternal ? 'comment comment-internal' : 'comment'}>
      <Comment
        avatar={<Face size="medium" name={comment.author.displayName} />}
        author={<CommentAuthor>{comment.author.displayName}</CommentAuthor>}
        time={<CommentTime>{agoOf(comment.created, state.now)}</CommentTime>}
        {...(comment.updated !== comment.created && { edited: <CommentEdited>Edited</CommentEdited> })}
        {...(isInternal && { type: 'Internal note' })}
        content={<Adf doc={comment.body} />}
      />
    </div>
  );
}
