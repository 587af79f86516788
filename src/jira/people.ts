import { z } from 'zod';
import type { Cache, Jira } from '../app/ports';
import type { AccountId } from '../domain/ids';
import { oneLine } from '../domain/text/summary';
import { shorten } from '../domain/text/cleanText';
import { accountKind, type AccountKind } from './account';
import { andThen, ask, mapOutcome, refused, type JiraOutcome } from './outcome';
import { DAY_MS, HOUR_MS, remembered } from './remembered';
import { AccountIdShape, Nothing } from './shapes';

type Ports = { readonly jira: Jira; readonly cache: Cache };

export type NewCustomer = { readonly email: string; readonly displayName: string; readonly serviceDeskId: string };

/** `onDesk` is false where the app may not add customers: an open service desk takes them all the same (jira.md 2.3). */
export type EnsuredCustomer = { readonly accountId: AccountId; readonly onDesk: boolean };

/**
 * Makes the customer of an address, or finds the one it has, and puts them on the service desk. Repeatable: the address is
 * the key. `forbidden`: the app may not create customers on this site (jira.md 2.2).
 */
export async function ensureCustomer(jira: Jira, wanted: NewCustomer): Promise<JiraOutcome<EnsuredCustomer>> {
  const path = '/rest/servicedeskapi/customer?strictConflictStatusCode=true';
  const body = { email: wanted.email, displayName: shorten(oneLine(wanted.displayName), 200) };
  const created = await ask(jira, { method: 'POST', path, as: 'app', body }, Person);
  const isThere = created.kind === 'unknown' && created.why === 'conflict';
  const account = isThere ? await accountOf(jira, wanted) : mapOutcome(created, ({ accountId }) => accountId);
  return andThen(account, (accountId) => putOnDesk(jira, accountId, wanted.serviceDeskId));
}

const Person = z.object({ accountId: AccountIdShape, emailAddress: z.string().nullish() });

async function putOnDesk(
  jira: Jira,
  accountId: AccountId,
  serviceDeskId: string,
): Promise<JiraOutcome<EnsuredCustomer>> {
  const path = `/rest/servicedeskapi/servicedesk/${serviceDeskId}/customer`;
  const added = await ask(jira, { method: 'POST', path, as: 'app', body: { accountIds: [accountId] } }, Nothing);
  if (added.kind === 'refused') return { kind: 'ok', value: { accountId, onDesk: false } };
  return mapOutcome(added, () => ({ accountId, onDesk: true }));
}

/** First among the desk's customers, then among all people: the first list is short, the second may hide addresses. */
async function accountOf(jira: Jira, { email, serviceDeskId }: NewCustomer): Promise<JiraOutcome<AccountId>> {
  const query = encodeURIComponent(email);
  const desk = `/rest/servicedeskapi/servicedesk/${serviceDeskId}/customer?query=${query}&limit=50`;
  const headers = { 'X-ExperimentalApi': 'opt-in' };
  const onDesk = await ask(jira, { method: 'GET', path: desk, as: 'app', headers }, z.object({ values: People }));
  const customer = onDesk.kind === 'ok' ? withAddress(onDesk.value.values, email) : undefined;
  if (customer) return mapOutcome(onDesk, () => customer);
  if (onDesk.kind === 'limited') return onDesk;
  const path = `/rest/api/3/user/search?query=${query}&maxResults=50`;
  const anywhere = await ask(jira, { method: 'GET', path, as: 'app' }, People);
  if (anywhere.kind !== 'ok') return anywhere;
  const account = withAddress(anywhere.value, email);
  return account
    ? mapOutcome(anywhere, () => account)
    : refused('rejected', 409, 'A customer with this address exists, but cannot be found.');
}

const People = z.array(Person);

/** A profile may hide its address; then the search's only answer is it. An address that differs never is. */
function withAddress(people: z.infer<typeof People>, email: string): AccountId | undefined {
  const same = people.find(({ emailAddress }) => emailAddress?.toLowerCase() === email.toLowerCase());
  const only = people.length === 1 && !people[0]?.emailAddress ? people[0] : undefined;
  return (same ?? only)?.accountId;
}

export type Account = { readonly accountId: AccountId; readonly kind: AccountKind; readonly displayName: string };

/** Who an account is, remembered for an hour. `request-gone`: there is no such account any more. */
export function whoIs({ jira, cache }: Ports, accountId: AccountId): Promise<JiraOutcome<Account>> {
  return remembered(cache, { key: `jira:account:${accountId}`, lifeMs: HOUR_MS, shape: AccountShape }, async () => {
    const path = `/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`;
    const read = await ask(jira, { method: 'GET', path, as: 'app' }, UserShape);
    return mapOutcome(read, ({ accountType, displayName }) => ({
      accountId,
      kind: accountKind(accountType),
      displayName,
    }));
  });
}

/** Is the account closed or deleted, so that Jira takes nothing in its name any more? */
export async function isAccountClosed({ jira }: Pick<Ports, 'jira'>, accountId: AccountId): Promise<boolean> {
  const path = `/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`;
  const read = await ask(jira, { method: 'GET', path, as: 'app' }, z.object({ active: z.boolean() }));
  return read.kind === 'ok' ? !read.value.active : read.kind === 'refused' && read.status === 404;
}

const UserShape = z.object({ accountType: z.string().optional(), displayName: z.string() });
const AccountShape = z.object({
  accountId: AccountIdShape,
  kind: z.enum(['person', 'customer', 'app']),
  displayName: z.string(),
});

/** The app's own account, remembered for a day. */
export function mySelf({ jira, cache }: Ports): Promise<JiraOutcome<AccountId>> {
  return remembered(cache, { key: 'jira:myself', lifeMs: DAY_MS, shape: AccountIdShape }, async () => {
    const read = await ask(jira, { method: 'GET', path: '/rest/api/3/myself', as: 'app' }, Me);
    return mapOutcome(read, ({ accountId }) => accountId);
  });
}

const Me = z.object({ accountId: AccountIdShape });
