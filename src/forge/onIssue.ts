import { noticed } from './noticed';

/** An issue was created, changed or deleted. */
export const onIssue = noticed;
