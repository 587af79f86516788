import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares secrets and signatures in constant time. Both sides are hashed first, so their lengths do not show either. */
export const sameText = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest();
