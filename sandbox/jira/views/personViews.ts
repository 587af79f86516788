import type { Site } from '../jiraCall';
import { personOf } from '../model/people';
import type { Person, Role } from '../model/state';

const ACCOUNT_TYPES: Record<Role, string> = {
  admin: 'atlassian',
  agent: 'atlassian',
  customer: 'customer',
  app: 'app',
};

const avatars = (site: Site) =>
  Object.fromEntries([48, 24, 16, 32].map((size) => [`${size}x${size}`, `${site.baseUrl}/avatar/${size}`]));

/** A user of the platform API. The app is not shown e-mail addresses: profile visibility hides them (jira.md 2.5). */
export function userView(site: Site, person: Person, reader: Person) {
  const email = reader.role === 'app' ? undefined : person.email;
  return {
    self: `${site.baseUrl}/rest/api/3/user?accountId=${encodeURIComponent(person.accountId)}`,
    accountId: person.accountId,
    accountType: ACCOUNT_TYPES[person.role],
    ...(email !== undefined && { emailAddress: email }),
    avatarUrls: avatars(site),
    displayName: person.name,
    active: person.active,
    timeZone: person.timeZone,
  };
}

export const userById = (site: Site, accountId: string | null, reader: Person) =>
  accountId === null ? null : userView(site, personOf(site, accountId), reader);

/** A user of the service-desk API. */
export function customerView(site: Site, person: Person) {
  const self = `${site.baseUrl}/rest/api/2/user?accountId=${encodeURIComponent(person.accountId)}`;
  return {
    accountId: person.accountId,
    ...(person.email !== undefined && { emailAddress: person.email }),
    displayName: person.name,
    active: person.active,
    timeZone: person.timeZone,
    _links: { jiraRest: self, avatarUrls: avatars(site), self },
  };
}
