import { isSame } from '../../domain/isSame';

type Values = Readonly<Record<string, unknown>>;

/** `from`: what the screen showed to who wants it otherwise. */
export type Meanwhile = { readonly now: Values; readonly from: Values; readonly wanted: Values };

/** The names of what is neither what was shown nor what is wanted: somebody else was quicker. */
export const changedMeanwhile = (names: readonly string[], { now, from, wanted }: Meanwhile): readonly string[] =>
  names.filter((name) => !isSame(now[name], from[name]) && !isSame(now[name], wanted[name]));
