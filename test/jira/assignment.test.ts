import { asAccountId, asIssueId } from '../../src/domain/ids';
import { assignRequest } from '../../src/jira/assignment';
import { scriptedJira } from '../support/jiraDouble';

const issueId = asIssueId('10042');
const PUT = 'PUT /rest/api/3/issue/10042/assignee';

test.each([
  ['an agent', asAccountId('ben'), { accountId: 'ben' }],
  ['nobody', undefined, { accountId: null }],
])('a request is given to %s', async (_, to, body) => {
  const { jira, sent } = scriptedJira([PUT, { status: 204 }]);
  expect(await assignRequest(jira, { issueId, to, trace: 't' })).toEqual({ kind: 'ok', value: true });
  expect(sent[0]).toMatchObject({ body, as: 'app' });
});
