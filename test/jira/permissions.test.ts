import { asIssueId, asProjectId } from '../../src/domain/ids';
import { isSiteAdmin, mayAdminister, mayAnswer } from '../../src/jira/permissions';
import { scriptedJira, type Scripted } from '../support/jiraDouble';

const MINE = 'GET /rest/api/3/mypermissions';
const granted = (permissions: Record<string, boolean>): Scripted => [
  MINE,
  {
    status: 200,
    body: {
      permissions: Object.fromEntries(
        Object.entries(permissions).map(([key, havePermission]) => [key, { id: '1', key, havePermission }]),
      ),
    },
  },
];

test.each([
  [{ ADD_COMMENTS: true, SERVICEDESK_AGENT: true }, true],
  [{ ADD_COMMENTS: true, SERVICEDESK_AGENT: false }, false],
  [{ ADD_COMMENTS: true }, false],
  [{}, false],
])('with %j an answer is allowed: %s', async (permissions, allowed) => {
  const { jira, sent } = scriptedJira(granted(permissions));
  expect(await mayAnswer(jira, asIssueId('10042'))).toEqual({ kind: 'ok', value: allowed });
  expect(sent[0]).toEqual({
    method: 'GET',
    path: '/rest/api/3/mypermissions?permissions=ADD_COMMENTS,SERVICEDESK_AGENT&issueId=10042',
    as: 'user',
  });
});

test('a request the user cannot see is not theirs to answer', async () => {
  const { jira } = scriptedJira([MINE, { status: 404 }]);
  expect(await mayAnswer(jira, asIssueId('10042'))).toEqual({ kind: 'ok', value: false });
});

test('without an answer nothing is granted', async () => {
  const { jira } = scriptedJira([MINE, 'silence']);
  expect(await mayAnswer(jira, asIssueId('10042'))).toEqual({ kind: 'unknown', why: 'no-answer' });
});

test('a project is administered by the right of that project, the site by that of the site', async () => {
  const { jira, sent } = scriptedJira(granted({ ADMINISTER_PROJECTS: true }), granted({ ADMINISTER: false }));
  expect(await mayAdminister(jira, asProjectId('10000'))).toEqual({ kind: 'ok', value: true });
  expect(await isSiteAdmin(jira)).toEqual({ kind: 'ok', value: false });
  expect(sent.map(({ path }) => path.split('?')[1])).toEqual([
    'permissions=ADMINISTER_PROJECTS&projectId=10000',
    'permissions=ADMINISTER',
  ]);
});
