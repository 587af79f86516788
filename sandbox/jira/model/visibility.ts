import { isRecord } from '../read';
import type { Comment, Person } from './state';
import { isStaff } from './permissions';

/** The JSM property that makes a comment internal. Only boolean true counts: the string is accepted and ignored (JSDCLOUD-9766). */
export const PUBLIC_COMMENT_KEY = 'sd.public.comment';

export function isInternal(comment: Pick<Comment, 'properties'>): boolean {
  const value = comment.properties[PUBLIC_COMMENT_KEY];
  return isRecord(value) && value.internal === true;
}

/** A comment restricted to a role or group is never visible to a customer, whatever its property says. */
export const maySeeComment = (person: Person, comment: Comment): boolean =>
  isStaff(person) || (!isInternal(comment) && comment.visibility === undefined);
