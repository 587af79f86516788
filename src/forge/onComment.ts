import { noticed } from './noticed';

/** Somebody wrote or edited a comment. */
export const onComment = noticed;
