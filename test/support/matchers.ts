/** Jest's matchers, typed: what they stand for is not known, and need not be. */
export const aText: unknown = expect.any(String);
export const aNumber: unknown = expect.any(Number);
export const textWith = (part: string): unknown => expect.stringContaining(part);
export const textLike = (pattern: RegExp): unknown => expect.stringMatching(pattern);
