type Names<Props> = { readonly [Name in keyof Required<Props>]: true };

/** The props of a component by name, no more and no less: a name that the installed types gain or lose fails the type check. */
export const exactly =
  <Props>() =>
  <Given extends Names<Props>>(names: Given & Record<Exclude<keyof Given, keyof Props>, never>) =>
    names;

export const yes = true;
export const labelled = { children: yes, testId: yes } as const;
export const boxes = {
  backgroundColor: yes,
  children: yes,
  padding: yes,
  paddingBlock: yes,
  paddingBlockEnd: yes,
  paddingBlockStart: yes,
  paddingInline: yes,
  paddingInlineEnd: yes,
  paddingInlineStart: yes,
  testId: yes,
  xcss: yes,
} as const;
