import { asIssueId } from '../../src/domain/ids';
import { moveAlong, waysOut, type WayOut } from '../../src/jira/transitions';
import { scriptedJira } from '../support/jiraDouble';

const issueId = asIssueId('10042');
const GET = 'GET /rest/api/3/issue/10042/transitions';
const POST = 'POST /rest/api/3/issue/10042/transitions';
const resolved = { name: 'Resolved', statusCategory: { key: 'done' } };
const RESOLVE: WayOut = {
  id: '41',
  name: 'Resolve',
  to: { name: 'Resolved', category: 'done' },
  resolutions: ['Done', "Won't Do"],
};

test('the ways out tell where they lead and which resolutions their screen offers', async () => {
  const fields = { resolution: { required: true, allowedValues: [{ name: 'Done' }, { name: "Won't Do" }] } };
  const transitions = [
    { id: '41', name: 'Resolve', to: resolved, fields },
    { id: '11', name: 'Start', to: { name: 'In progress', statusCategory: { key: 'undefined' } }, fields: {} },
  ];
  const { jira, sent } = scriptedJira([GET, { status: 200, body: { transitions } }]);
  expect(await waysOut(jira, { issueId, as: 'user' })).toEqual({
    kind: 'ok',
    value: [RESOLVE, { id: '11', name: 'Start', to: { name: 'In progress', category: 'indeterminate' } }],
  });
  expect(sent[0]).toMatchObject({ as: 'user', path: expect.stringContaining('expand=transitions.fields') as string });
});

test.each([
  ['as its screen spells it', "won't do", { resolution: { name: "Won't Do" } }],
  ['not where the screen has none of that name', 'Fixed', undefined],
  ['not where none is wished', undefined, undefined],
])('a resolution is set %s', async (_, resolution, fields) => {
  const { jira, sent } = scriptedJira([POST, { status: 204 }]);
  const moved = await moveAlong(jira, { issueId, as: 'app', way: RESOLVE, resolution, trace: 't' });
  expect(moved).toEqual({ kind: 'ok', value: true });
  expect(sent[0]?.body).toEqual({ transition: { id: '41' }, ...(fields && { fields }) });
  expect(sent[0]?.headers).toEqual({ 'X-Atlassian-Webhook-Trace': 't' });
});
