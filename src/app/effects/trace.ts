/** Every write of ours to Jira carries this; the product events it causes bring it back (jira.md 6.2). */
export const traceOf = (effect: { readonly id: string; readonly conversation: string }): string =>
  `${TRACE}${effect.conversation}.${effect.id}`;

export const isOurTrace = (trace: string | undefined): boolean => trace?.startsWith(TRACE) ?? false;

const TRACE = 'omnichat.';
