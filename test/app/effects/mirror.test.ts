import { mirror } from '../../../src/app/effects/mirror';
import type { JiraRequest } from '../../../src/app/ports';
import { runTurn } from '../../../src/app/runTurn';
import type { ConversationRules } from '../../../src/domain/conversationRules';
import type { ConversationEvent } from '../../../src/domain/event';
import { ok } from '../../../src/domain/result';
import { docOf } from '../../../src/jira/adf';
import { plainText, textHash } from '../../../src/jira/adfText';
import { changeSettings } from '../../../src/storage/settings';
import { leavePlatform } from '../../forge/onPlatform';
import { CONTACT, FIRST, PROJECT, REQUEST } from '../../support/builders';
import { aComment, aCustomerMessage } from '../../support/eventBuilders';
import { scriptedJira, type Scripted } from '../../support/jiraDouble';
import { turnWorld } from '../turnSteps';

afterEach(leavePlatform);

const HOUR = 3_600_000;
const opening = docOf([{ kind: 'message', text: 'The printer is on fire' }]);
const ISSUE = '/rest/api/3/issue/10100';
const ANSWERS: Record<'whoAmI' | 'request' | 'edited' | 'commented', Scripted> = {
  whoAmI: ['GET /rest/api/3/myself', { status: 200, body: { accountId: 'app' } }],
  request: [`GET ${ISSUE}`, { status: 200, body: aRequest() }],
  edited: [`PUT ${ISSUE}`, { status: 204 }],
  commented: [`POST ${ISSUE}/comment`, { status: 201, body: { id: '501', body: opening, jsdPublic: true } }],
};
const DESCRIBING = [ANSWERS.whoAmI, ANSWERS.request, ANSWERS.edited];

function aRequest() {
  const status = { name: 'Waiting for support', statusCategory: { key: 'new' } };
  const fields = { description: opening, status, project: { id: PROJECT, key: 'SUP' }, issuetype: { id: '10003' } };
  return { id: REQUEST.issueId, key: REQUEST.issueKey, fields };
}

type Story = { readonly rules?: Partial<ConversationRules>; readonly since: readonly ConversationEvent[] };

/** What one step of the copy asks of Jira under these rules where “The printer is on fire” is the description, and what comes of it. */
async function copying({ rules = {}, since }: Story, ...script: readonly Scripted[]) {
  const { app } = turnWorld();
  const key = { project: PROJECT, contact: CONTACT };
  const copy = { phase: 'description', description: { hash: textHash(opening), lastAt: ago(24) } } as const;
  const found = { kind: 'request-found', conversation: FIRST, request: REQUEST, upTo: 1, facts: '', copy } as const;
  await runTurn(app, { key, events: [aCustomerMessage({ at: ago(24) }), found] });
  const thread = await runTurn(app, { key, events: since });
  await changeSettings(app.ports.store, PROJECT, (settings) => ok({ ...settings, ...rules }));
  const { jira, sent } = scriptedJira(...script);
  const effect = { id: 'e1', kind: 'mirror', conversation: FIRST, attempts: 1 } as const;
  const outcome = await mirror({
    app: { ...app, ports: { ...app.ports, jira } },
    thread,
    effect,
    performer: { owner: 'x' },
  });
  return { outcome, written: sent.filter(({ method }) => method !== 'GET').map(told) };
}

const ago = (hours: number): number => Date.now() - hours * HOUR;
const says = (text: string, hours: number) => aCustomerMessage({ text, at: ago(hours) });
/** Where it was written, and its lines but those that tell a time. */
function told({ method, body }: JiraRequest): readonly [string, readonly string[]] {
  const { fields, body: comment } = body as { fields?: { description: unknown }; body?: unknown };
  const lines = plainText(fields?.description ?? comment).split('\n');
  return [method === 'PUT' ? 'description' : 'comment', lines.filter((line) => !/\d\d:\d\d$/.test(line))];
}

test('S0-07 S0-08 X4 until an agent answers all that the customer writes is added to the description, also days later', async () => {
  const rules = { description: 'aggregate-until-reply' } as const;
  const { outcome, written } = await copying({ rules, since: [says('It burns', 2), says('Help', 1)] }, ...DESCRIBING);
  expect(written).toEqual([['description', ['The printer is on fire', 'It burns', 'Help']]]);
  expect(outcome).toMatchObject({ kind: 'mirrored', upTo: 3, copy: { phase: 'description' } });
});

test('S0-12 X4 after the first answer the conversation goes on in comments', async () => {
  const rules = { description: 'aggregate-until-reply' } as const;
  const answer = aComment({ createdAt: Date.now(), publicAt: Date.now() });
  const since = [answer, says('It burns', 0)];
  const { outcome, written } = await copying({ rules, since }, ANSWERS.commented);
  expect(written).toEqual([['comment', ['Ana (WhatsApp)', 'It burns']]]);
  expect(outcome).toMatchObject({ kind: 'mirrored', upTo: 3, copy: { phase: 'comments', comment: { id: '501' } } });
});

test('S2-06 X4 where only the opening message describes the request, further ones are comments at once', async () => {
  const since = [says('It burns', 2)];
  const { written } = await copying({ rules: { description: 'first' }, since }, ANSWERS.commented);
  expect(written).toEqual([['comment', ['Ana (WhatsApp)', 'It burns']]]);
});

test('S2-07 X1 where nothing is copied, further messages stay in the tab: Jira is asked nothing', async () => {
  const rules = { copy: 'off', description: 'first' } as const;
  const { outcome, written } = await copying({ rules, since: [says('It burns', 2)] });
  expect(written).toEqual([]);
  expect(outcome).toEqual({ kind: 'mirrored', upTo: 2, copy: { phase: 'comments' } });
});

test('X5 by time, what was said later than the seconds is a comment of its own', async () => {
  const rules = { description: 'first', joinComments: 'by-time', coalesceSeconds: 60 } as const;
  const since = [says('It burns', 0.1), says('Help', 0.09), says('Hurry', 0.01)];
  const { outcome, written } = await copying({ rules, since }, ANSWERS.commented);
  expect(written).toEqual([['comment', ['Ana (WhatsApp)', 'It burns', 'Help']]]);
  expect(outcome).toMatchObject({ kind: 'mirrored', upTo: 3 });
});
