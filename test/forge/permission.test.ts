import type { Cache, Jira } from '../../src/app/ports';
import { asAccountId, asIssueId, asProjectId } from '../../src/domain/ids';
import { isPermitted } from '../../src/forge/permission';
import { memoryCache } from '../support/jiraDouble';

const ben = asAccountId('ben');
const here = { accountId: ben, projectId: asProjectId('10000'), projectKey: 'SUP', issueId: asIssueId('10042') };
const there = { ...here, issueId: asIssueId('10043') };

/** A Jira that grants, refuses or is silent, as told. */
function moodyJira() {
  const mood: { says: 'yes' | 'no' | 'nothing' } = { says: 'yes' };
  const held = (name: string) => [name, { havePermission: mood.says === 'yes' }] as const;
  const permissions = () => Object.fromEntries(['ADD_COMMENTS', 'SERVICEDESK_AGENT', 'ADMINISTER_PROJECTS'].map(held));
  const request: Jira['request'] = () =>
    mood.says === 'nothing'
      ? Promise.reject(new Error('no answer'))
      : Promise.resolve({ status: 200, headers: {}, body: { permissions: permissions() } });
  return {
    mood,
    jira: {
      request,
      upload: () => Promise.reject(new Error('no files here')),
      download: () => Promise.reject(new Error('no files here')),
    },
  };
}

function start() {
  const { mood, jira } = moodyJira();
  const lives: number[] = [];
  const memory = memoryCache();
  const cache: Cache = { ...memory, set: (key, value, life) => (lives.push(life), memory.set(key, value, life)) };
  return {
    mood,
    lives,
    asks: (context = here) => isPermitted({ jira, cache }, 'agent', context),
    ports: { jira, cache },
  };
}

test('while Jira does not answer an agent whom it knew a moment ago may still answer the customer', async () => {
  const { mood, asks, lives } = start();
  await asks();
  mood.says = 'nothing';
  expect(await asks()).toEqual({ kind: 'ok', value: true });
  expect(lives).toEqual([15 * 60_000]);
});

test('keeping one’s own notes counts on what Jira said a moment ago, and asks where it said nothing', async () => {
  const { mood, asks, ports } = start();
  const notes = (context = here) => isPermitted(ports, 'agent-lately', context);
  mood.says = 'no';
  expect(await notes()).toEqual({ kind: 'ok', value: false });
  mood.says = 'yes';
  await asks();
  mood.says = 'no';
  expect(await notes()).toEqual({ kind: 'ok', value: true });
  expect(await notes(there)).toEqual({ kind: 'ok', value: false });
  await asks();
  expect(await notes()).toEqual({ kind: 'ok', value: false });
});

test('what Jira said of another request or another agent does not count', async () => {
  const { mood, asks } = start();
  await asks();
  mood.says = 'nothing';
  expect((await asks(there)).kind).toBe('unknown');
  expect((await asks({ ...here, accountId: asAccountId('mia') })).kind).toBe('unknown');
});

test('a no of Jira counts at once, also for the outage that follows', async () => {
  const { mood, asks } = start();
  await asks();
  mood.says = 'no';
  expect(await asks()).toEqual({ kind: 'ok', value: false });
  mood.says = 'nothing';
  expect((await asks()).kind).toBe('unknown');
});

test('an administrator is never let through on an earlier word', async () => {
  const { mood, ports } = start();
  expect(await isPermitted(ports, 'project-admin', here)).toEqual({ kind: 'ok', value: true });
  mood.says = 'nothing';
  expect((await isPermitted(ports, 'project-admin', here)).kind).toBe('unknown');
});
