import { asConversationId, asIssueId } from '../../src/domain/ids';
import { writeFacts } from '../../src/jira/properties';
import { scriptedJira } from '../support/jiraDouble';

const conversation = asConversationId(`10000.${'a'.repeat(32)}.1`);
const facts = { channel: 'sms', state: 'active', waitingOn: 'agent', unread: 'yes' } as const;

test('facts are written beside the marker, which stays', async () => {
  const { jira, sent } = scriptedJira(['PUT /rest/api/3/issue/10042/properties/omnichat', { status: 200 }]);
  const marker = { intent: conversation, conversation, upTo: 3 };
  expect(await writeFacts(jira, { issueId: asIssueId('10042'), marker, facts, trace: 't' })).toEqual({
    kind: 'ok',
    value: true,
  });
  expect(sent).toEqual([
    {
      method: 'PUT',
      path: '/rest/api/3/issue/10042/properties/omnichat',
      as: 'app',
      headers: { 'X-Atlassian-Webhook-Trace': 't' },
      body: { ...facts, ...marker },
    },
  ]);
});
