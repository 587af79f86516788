import type { Site } from '../jiraCall';
import { Refusal } from '../refusal';
import type { Person } from './state';

export const findPerson = (site: Site, accountId: string): Person | undefined =>
  site.state.people.find((person) => person.accountId === accountId);

/** The person, for ids that our own state holds. */
export function personOf(site: Site, accountId: string): Person {
  const person = findPerson(site, accountId);
  if (!person) throw new Error(`the sandbox's Jira has no account ${accountId}`);
  return person;
}

export const personByEmail = (site: Site, email: string): Person | undefined =>
  site.state.people.find((person) => person.email?.toLowerCase() === email.toLowerCase());

/** A portal-only customer: the e-mail address is the key. @throws Refusal 400, or 409 when `conflictStatus` says so */
export function addCustomer(site: Site, wish: { email: string; name: string; conflictStatus: 400 | 409 }): Person {
  if (!/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(wish.email))
    throw new Refusal(400, {
      message: 'The email address must be in a valid format.',
      i18nKey: 'sd.customer.create.error.email.invalid',
    });
  if (personByEmail(site, wish.email))
    throw new Refusal(wish.conflictStatus, {
      message: 'An account already exists for this email address.',
      i18nKey: 'sd.customer.create.error.email.exists',
    });
  const customer: Person = {
    accountId: `qm:${site.chance.uuid()}:${site.chance.uuid()}`,
    name: wish.name,
    email: wish.email,
    role: 'customer',
    timeZone: 'Etc/UTC',
    active: true,
  };
  site.state.people.push(customer);
  return customer;
}

/** For a field that names a person by `{ id }` or `{ accountId }`. @throws Refusal when nobody has that id */
export function namedPerson(site: Site, accountId: string, field: string): Person {
  const person = findPerson(site, accountId);
  if (!person) throw new Refusal(400, { errors: { [field]: `Specify a valid 'id' or 'name' for ${field}` } });
  if (!person.active) throw new Refusal(400, { errors: { [field]: `User '${person.name}' is not active.` } });
  return person;
}
