import type { JiraCall } from '../jiraCall';
import { findPerson } from '../model/people';
import { isStaff, may } from '../model/permissions';
import type { Person } from '../model/state';
import { pageOf } from '../read';
import { refuse } from '../refusal';
import { okPeople, route, type Answer, type Route } from '../router';
import { userView } from '../views/personViews';

export const userRoutes: readonly Route[] = [
  route('GET /myself', (call) => okPeople(detailed(call, call.me))),
  route('GET /user', get),
  route('GET /user/bulk', bulk),
  route('GET /user/search', search),
  route('GET /user/picker', picker),
  route('GET /user/assignable/search', assignable),
  route('GET /users/search', everybody),
  route('GET /users', everybody),
];

const assertMayBrowse = (call: JiraCall): void => {
  if (!isStaff(call.me)) throw refuse(403, 'You are not authorized to browse users.');
};

const detailed = (call: JiraCall, person: Person) => ({
  ...userView(call.site, person, call.me),
  locale: 'en_US',
  groups: { size: 0, items: [] },
  applicationRoles: { size: 0, items: [] },
  expand: 'groups,applicationRoles',
});

function get(call: JiraCall): Answer {
  assertMayBrowse(call);
  const accountId = call.query.get('accountId');
  if (!accountId) throw refuse(400, "Either the 'accountId' or the 'query' query parameter has to be provided.");
  const person = findPerson(call.site, accountId);
  if (!person) throw refuse(404, 'Specified user does not exist or you do not have required permissions');
  return okPeople(detailed(call, person));
}

/** Ten at a time unless `maxResults` says more (jira.md 2.1). */
function bulk(call: JiraCall): Answer {
  assertMayBrowse(call);
  const asked = call.query.getAll('accountId');
  if (asked.length === 0) throw refuse(400, "The 'accountId' query parameter has to be provided.");
  const found = [...new Set(asked)].flatMap((id) => findPerson(call.site, id) ?? []);
  const ask = { startAt: call.query.get('startAt'), maxResults: call.query.get('maxResults'), standard: 10, cap: 200 };
  const { values, ...page } = pageOf(found, ask);
  const isLast = page.startAt + page.maxResults >= page.total;
  return okPeople({ ...page, isLast, values: values.map((one) => userView(call.site, one, call.me)) }, values.length);
}

function matching(call: JiraCall): readonly Person[] {
  const query = (call.query.get('query') ?? '').toLowerCase();
  const accountId = call.query.get('accountId');
  if (accountId) return call.site.state.people.filter((person) => person.accountId === accountId);
  if (query === '' && call.query.has('property'))
    throw refuse(400, 'Searching users by property is not part of the sandbox.');
  return call.site.state.people.filter(
    ({ name, email, active }) => active && [name, email ?? ''].some((text) => text.toLowerCase().includes(query)),
  );
}

const answer = (call: JiraCall, found: readonly Person[]): Answer => {
  const ask = {
    startAt: call.query.get('startAt'),
    maxResults: call.query.get('maxResults'),
    standard: 50,
    cap: 1_000,
  };
  const { values } = pageOf(found, ask);
  return okPeople(
    values.map((person) => userView(call.site, person, call.me)),
    values.length,
  );
};

function search(call: JiraCall): Answer {
  assertMayBrowse(call);
  if (!call.query.has('query') && !call.query.has('accountId') && !call.query.has('property'))
    throw refuse(400, 'Expected one of the query parameters accountId, query or property.');
  return answer(call, matching(call));
}

function everybody(call: JiraCall): Answer {
  assertMayBrowse(call);
  return answer(call, call.site.state.people);
}

function assignable(call: JiraCall): Answer {
  assertMayBrowse(call);
  return answer(
    call,
    matching(call).filter((person) => may({ site: call.site, me: person }, 'ASSIGNABLE_USER')),
  );
}

function picker(call: JiraCall): Answer {
  assertMayBrowse(call);
  const found = matching(call);
  const users = found.map(({ accountId, name }) => ({
    accountId,
    accountType: 'atlassian',
    displayName: name,
    html: name,
  }));
  return okPeople({ users, total: found.length, header: `Showing ${found.length} of ${found.length} matching users` });
}
