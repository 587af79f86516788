/** A licensed or unlicensed person, a portal-only customer, or an app (Automation among them). Jira: `accountType`. */
export type AccountKind = 'person' | 'customer' | 'app';

const KIND: Record<string, AccountKind> = { atlassian: 'person', customer: 'customer', app: 'app' };

/** A kind we do not know is taken for a person: a comment of theirs is not dropped. */
export const accountKind = (accountType: string | undefined): AccountKind => KIND[accountType ?? ''] ?? 'person';
