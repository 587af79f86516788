import { noticed } from './noticed';

/** Somebody wrote, edited or deleted a comment. */
export const onComment = noticed;
