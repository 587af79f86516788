import { createHash, timingSafeEqual } from 'node:crypto';

/** Are two secrets the same? Told in constant time: of digests, so that neither length nor a common beginning shows. */
export const sameSecret = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
