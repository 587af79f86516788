import { noticeComment, type CommentEvent } from '../../src/app/noticeComment';
import { runTurn } from '../../src/app/runTurn';
import type { ConversationRules } from '../../src/domain/conversationRules';
import { asAccountId } from '../../src/domain/ids';
import { ok } from '../../src/domain/result';
import { docOf } from '../../src/jira/adf';
import { loadThread, NOTHING } from '../../src/storage/threads';
import { changeSettings } from '../../src/storage/settings';
import { leavePlatform } from '../forge/onPlatform';
import { BEN, CONTACT, FIRST, PROJECT, REQUEST, theActive } from '../support/builders';
import { aCustomerMessage } from '../support/eventBuilders';
import { scriptedJira, type Scripted } from '../support/jiraDouble';
import { turnWorld } from './turnSteps';

afterEach(leavePlatform);

const key = { project: PROJECT, contact: CONTACT };
const ISSUE = '/rest/api/3/issue/10100';

type Comment = {
  /** What the event says. */
  readonly isPublic: boolean;
  /** What Jira says when the comment is read again. */
  readonly now?: object;
  readonly rules?: Partial<ConversationRules>;
};

/** Ben comments on Ana’s request: what was asked of Jira, and how many rows her conversation has. */
async function commented({ isPublic, now = { jsdPublic: true }, rules = {} }: Comment) {
  const { app } = turnWorld();
  await changeSettings(app.ports.store, PROJECT, (settings) => ok({ ...settings, ...rules }));
  const at = Date.now();
  const found = { kind: 'request-found', conversation: FIRST, request: REQUEST, upTo: 1, facts: '' } as const;
  const events = [aCustomerMessage({ at: at - 60_000 }), { ...found, copy: { phase: 'comments' } } as const];
  await runTurn(app, { key, events });
  const { jira, sent } = scriptedJira(...answers(at, now));
  await noticeComment({ ...app, ports: { ...app.ports, jira } }, FIRST, anEvent(at, isPublic));
  const { thread } = await loadThread(app.ports.store, key, NOTHING);
  return { asked: sent.length, rows: theActive(thread).messages };
}

const anEvent = (at: number, isPublic: boolean): CommentEvent => ({
  ...{ kind: 'comment', commentId: '500', ...REQUEST, author: BEN, own: false },
  ...{ isPublic, edited: false, createdAt: at, updatedAt: at },
});

function answers(at: number, now: object): readonly Scripted[] {
  const time = new Date(at).toISOString();
  const author = { accountId: BEN, accountType: 'atlassian', displayName: 'Ben' };
  const body = docOf([{ kind: 'message', text: 'On my way' }]);
  const status = { name: 'Waiting for support', statusCategory: { key: 'new' } };
  const fields = { status, project: { id: PROJECT, key: 'SUP' }, issuetype: { id: '10003' } };
  return [
    [
      `GET ${ISSUE}/comment/500`,
      { status: 200, body: { id: '500', author, created: time, updated: time, body, ...now } },
    ],
    ['GET /rest/api/3/myself', { status: 200, body: { accountId: asAccountId('app') } }],
    ['GET /rest/api/3/comment/500/properties/omnichat', { status: 404 }],
    [`GET ${ISSUE}`, { status: 200, body: { id: REQUEST.issueId, key: REQUEST.issueKey, fields } }],
  ];
}

test('S1-09 X2 a public comment of an agent is an answer to the customer', async () => {
  expect(await commented({ isPublic: true })).toMatchObject({ rows: 2 });
});

test('S0-13 S4-10 an internal comment never leaves: nobody even reads it', async () => {
  expect(await commented({ isPublic: false })).toEqual({ asked: 0, rows: 1 });
});

test.each([
  ['is internal by now', { jsdPublic: false }],
  ['is for a role only', { jsdPublic: true, visibility: { type: 'role', value: 'Administrators' } }],
  ['says no more to whom it is visible', {}],
])('S0-13 S4-10 a comment that %s does not leave, whatever the event said', async (_, now) => {
  expect(await commented({ isPublic: true, now })).toMatchObject({ rows: 1 });
});

test('S2-11 X2 where the rules send no comments, a public one stays in Jira', async () => {
  expect(await commented({ isPublic: true, rules: { bridge: 'off' } })).toMatchObject({ rows: 1 });
});
