/** What a Jira or JSM path is: the scope it wants and the name faults know it by. */
export type JiraPlace = { readonly at: string; readonly scope: string | undefined };

type Row = readonly [methods: string, path: RegExp, value: string];
const ANY = 'GET POST PUT DELETE';
const NONE = '';

// Classic scopes of the OpenAPI documents of Jira (v3) and JSM. The first row that fits counts.
const SCOPES: readonly Row[] = [
  [ANY, /^\/rest\/api\/[23]\/(serverInfo|mypermissions|permissions\/check)/, NONE],
  ['GET', /^\/rest\/api\/[23]\/(user|users|myself|group|groups|groupuserpicker|configuration)(\/|$)/, 'read:jira-user'],
  ['POST', /^\/rest\/api\/[23]\/(search|jql|expression)(\/|$)/, 'read:jira-work'],
  [
    'POST',
    /^\/rest\/api\/[23]\/(changelog\/bulkfetch|comment\/list|issue\/bulkfetch|permissions\/project)$/,
    'read:jira-work',
  ],
  ['POST', /^\/rest\/api\/[23]\/issue\/[^/]+\/changelog\/list$/, 'read:jira-work'],
  ['POST PUT DELETE', /^\/rest\/api\/[23]\/(project|component|version|screens)(\/|$)/, 'manage:jira-project'],
  [
    'POST PUT DELETE',
    /^\/rest\/api\/[23]\/(field|workflow|status|statuses|issuetype|priority)(\/|$)/,
    'manage:jira-configuration',
  ],
  ['GET', /^\/rest\/api\/[23]\//, 'read:jira-work'],
  ['POST PUT DELETE', /^\/rest\/api\/[23]\//, 'write:jira-work'],
  [ANY, /^\/rest\/servicedeskapi\/(customer|organization)(\/|$)/, 'manage:servicedesk-customer'],
  [ANY, /^\/rest\/servicedeskapi\/servicedesk\/[^/]+\/(customer|organization)(\/|$)/, 'manage:servicedesk-customer'],
  ['GET', /^\/rest\/servicedeskapi\/info$/, NONE],
  ['GET', /^\/rest\/servicedeskapi\//, 'read:servicedesk-request'],
  ['POST PUT DELETE', /^\/rest\/servicedeskapi\//, 'write:servicedesk-request'],
];

const NAMES: readonly Row[] = [
  ['POST', /\/issue\/[^/]+\/attachments$/, 'jira.attach'],
  ['GET', /\/attachment\/(content\/)?[^/]+$/, 'jira.attachment'],
  [ANY, /\/properties(\/|$)/, 'jira.property'],
  ['POST', /\/rest\/(api\/[23]\/issue|servicedeskapi\/request)$/, 'jira.create-issue'],
  ['POST', /\/comment$/, 'jira.comment'],
  ['PUT', /\/comment\/[^/]+$/, 'jira.edit-comment'],
  ['GET', /\/comment(\/[^/]+)?$/, 'jira.get-comment'],
  ['POST', /\/comment\/list$/, 'jira.get-comment'],
  [ANY, /\/search(\/jql)?$/, 'jira.search'],
  ['POST', /\/transitions?$/, 'jira.transition'],
  [ANY, /\/servicedeskapi\/(servicedesk\/[^/]+\/)?customer(\/|$)/, 'jira.customer'],
  ['PUT', /\/issue\/[^/]+$/, 'jira.edit-issue'],
  ['GET', /\/(issue|request)\/[^/]+$/, 'jira.get-issue'],
];

export function jiraPlaceOf(method: string, path: string): JiraPlace {
  const bare = path.split('?')[0] ?? '';
  const fitting = (rows: readonly Row[]) =>
    rows.find(([methods, pattern]) => methods.split(' ').includes(method) && pattern.test(bare))?.[2];
  const scope = fitting(SCOPES);
  return { at: fitting(NAMES) ?? 'jira.other', scope: scope === NONE ? undefined : (scope ?? `a scope for ${bare}`) };
}
