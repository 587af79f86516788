import { z } from 'zod';
import { andThen, ask, mapOutcome, refused, type JiraOutcome } from '../../src/jira/outcome';
import { scriptedJira, type Scripted } from '../support/jiraDouble';

const get = { method: 'GET', path: '/rest/x', as: 'app' } as const;
const asked = (answer: Scripted[1]) =>
  ask(scriptedJira(['GET /rest/x', answer]).jira, get, z.object({ id: z.string() }));

test('a readable answer is its value', async () => {
  expect(await asked({ status: 200, body: { id: '7', more: true } })).toEqual({ kind: 'ok', value: { id: '7' } });
});

test.each([
  [400, 'rejected'],
  [401, 'forbidden'],
  [403, 'forbidden'],
  [404, 'request-gone'],
  [413, 'issue-full'],
  [415, 'rejected'],
  [422, 'rejected'],
])('a %d is a refusal: %s, in Jira’s own words', async (status, reason) => {
  expect(await asked({ status, body: { errorMessages: ['No.'], errors: {} } })).toEqual({
    kind: 'refused',
    failure: { reason, detail: 'No.' },
    status,
    fields: [],
  });
});

test('a refusal names the fields it is about', async () => {
  const body = { errorMessages: [], errors: { reporter: 'Not allowed.' } };
  expect(await asked({ status: 400, body })).toMatchObject({
    failure: { detail: 'reporter: Not allowed.' },
    fields: ['reporter'],
  });
});

test('a refusal without words is a refusal', async () => {
  expect(await asked({ status: 403 })).toEqual({
    kind: 'refused',
    failure: { reason: 'forbidden' },
    status: 403,
    fields: [],
  });
});

test('a 429 says when to come back and which budget is used up', async () => {
  const headers = { 'retry-after': '17', 'ratelimit-reason': 'jira-quota-global-based' };
  expect(await asked({ status: 429, headers })).toEqual({
    kind: 'limited',
    retryAfterSeconds: 17,
    reason: 'jira-quota-global-based',
  });
});

test.each<[string, Scripted[1], string]>([
  ['silence', 'silence', 'no-answer'],
  ['a 500', { status: 500 }, 'server-error'],
  ['a 503 of the gateway', { status: 503, body: '<html>Down</html>' }, 'server-error'],
  ['a request time-out', { status: 408 }, 'server-error'],
  ['a conflict', { status: 409 }, 'conflict'],
  ['an answer of another shape', { status: 201, body: { key: 'SUP-1' } }, 'unreadable'],
  ['a page where JSON was due', { status: 200, body: '<html></html>' }, 'unreadable'],
])('%s leaves the outcome unknown', async (_, answer, why) => {
  expect(await asked(answer)).toEqual({ kind: 'unknown', why });
});

test('a near limit is visible on success and on refusal', async () => {
  const headers = { 'x-ratelimit-nearlimit': 'true' };
  expect(await asked({ status: 200, body: { id: '7' }, headers })).toEqual({
    kind: 'ok',
    value: { id: '7' },
    nearLimit: true,
  });
  expect(await asked({ status: 404, headers })).toMatchObject({ kind: 'refused', nearLimit: true });
});

test('a mapped outcome changes its value alone', () => {
  const double = (outcome: JiraOutcome<number>) => mapOutcome(outcome, (value) => value * 2);
  expect(double({ kind: 'ok', value: 2, nearLimit: true })).toEqual({ kind: 'ok', value: 4, nearLimit: true });
  expect(double(refused('forbidden', 403))).toEqual(refused('forbidden', 403));
});

test('a recipe stops at its first failure and remembers a near limit', async () => {
  const next = async (value: number): Promise<JiraOutcome<number>> => ({ kind: 'ok', value: value + 1 });
  expect(await andThen({ kind: 'ok', value: 1, nearLimit: true }, next)).toEqual({
    kind: 'ok',
    value: 2,
    nearLimit: true,
  });
  expect(await andThen(refused('rejected', 400), next)).toEqual(refused('rejected', 400));
});
