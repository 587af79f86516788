/** A guard of the app as it stands in its source, and what is left when it is taken away. Each `find` occurs exactly once. */
export type Guard = { readonly name: string; readonly patches: readonly Patch[] };
export type Patch = { readonly file: string; readonly find: string; readonly replace: string };

export const patch = (file: string, find: string, replace: string): Patch => ({ file, find, replace });
export const guard = (name: string, ...[file, find, replace]: [string, string, string]): Guard => ({
  name,
  patches: [patch(file, find, replace)],
});
