import type { Person, Project, RequestType } from './model/state';

/** The demo site: invented people and one service project. */
export const DEMO_PEOPLE: readonly Person[] = [
  person('ada', 'Ada Kern', 'admin'),
  person('ben', 'Ben Fischer', 'agent'),
  person('mia', 'Mia Novak', 'agent'),
];

function person(short: string, name: string, role: 'admin' | 'agent'): Person {
  const last = Buffer.from(short).toString('hex').padStart(12, '0');
  return {
    accountId: `712020:0c0ffee0-0000-4000-8000-${last}`,
    name,
    email: `${short}@example.com`,
    role,
    timeZone: 'Etc/UTC',
    active: true,
  };
}

const type = (id: string, name: string, issueTypeId: string): RequestType => ({
  id,
  name,
  description: `Requests of the kind ${name}.`,
  issueTypeId,
});

export const demoProject = (): Project => ({
  id: '10000',
  key: 'SUP',
  name: 'Customer Support',
  serviceDeskId: '1',
  lead: DEMO_PEOPLE[0]?.accountId ?? '',
  lastIssue: 0,
  requestTypes: [type('10', 'WhatsApp', '10003'), type('11', 'SMS', '10003'), type('12', 'Incident', '10004')],
});
