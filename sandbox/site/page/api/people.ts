export type Person = {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'agent' | 'admin' | 'customer';
};

/** Jira is called as a Jira client calls it: Basic auth, the e-mail address says who. */
export const basicAuth = (person: Pick<Person, 'email'>): Record<string, string> => ({
  authorization: `Basic ${btoa(`${person.email}:x`)}`,
});

export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2)
    .toUpperCase();
