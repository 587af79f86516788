import fc from 'fast-check';
import { readEvents } from '../../src/jira/events';

const issue = { id: '10042', key: 'SUP-42', fields: { project: { id: '10000', key: 'SUP' }, issueType: { id: '1' } } };
const base = { selfGenerated: false, atlassianId: '712020:ben', issue, timestamp: '1791029100000' };
const facts = {
  issueId: '10042',
  issueKey: 'SUP-42',
  project: '10000',
  at: 1791029100000,
  actor: '712020:ben',
  own: false,
};
const comment = {
  id: '501',
  author: { accountId: '712020:ben' },
  created: '2026-10-03T12:05:00.000+0000',
  updated: '2026-10-03T12:05:00.000+0000',
  jsdPublic: true,
};
const commented = (changed: object = {}, root: object = {}) =>
  readEvents({ ...base, ...root, eventType: 'avi:jira:commented:issue', comment: { ...comment, ...changed } });
const updated = (...items: object[]) =>
  readEvents({ ...base, eventType: 'avi:jira:updated:issue', changelog: { id: '77', items } });

test('a comment says who wrote it when, and that it was public then', () => {
  expect(commented()).toEqual([
    {
      ...facts,
      kind: 'comment',
      commentId: '501',
      author: '712020:ben',
      isPublic: true,
      edited: false,
      createdAt: Date.parse('2026-10-03T12:05:00Z'),
      updatedAt: Date.parse('2026-10-03T12:05:00Z'),
    },
  ]);
});

test.each([
  ['an internal comment is not public', { jsdPublic: false }, { isPublic: false }],
  ['a comment that does not say is not public', { jsdPublic: undefined }, { isPublic: false }],
  ['an edit is told apart', { updated: '2026-10-03T12:06:00.000+0000' }, { edited: true }],
  ['a comment without times of change is new', { updated: undefined }, { edited: false }],
])('%s', (_, changed, expected) => {
  expect(commented(changed)).toMatchObject([expected]);
});

test('what our own calls caused is told by trace and by Jira’s own word', () => {
  expect(commented({}, { webhookTraceValue: 'trace-1', selfGenerated: true })).toMatchObject([
    { own: true, trace: 'trace-1' },
  ]);
});

test('a status change is an event of the request, to be read again', () => {
  expect(
    updated({ field: 'resolution', fieldId: 'resolution' }, { field: 'status', fieldId: 'status', toString: 'Done' }),
  ).toEqual([{ ...facts, kind: 'status', change: '77' }]);
});

test('a move that changes the status too is two events', () => {
  expect(updated({ field: 'project', fieldId: 'project' }, { field: 'Key' }, { field: 'status' })).toMatchObject([
    { kind: 'moved' },
    { kind: 'status' },
  ]);
});

test('shadows of comments and files, and other edits, are none', () => {
  expect(
    updated({ field: 'Comment', to: '501' }, { field: 'Attachment' }, { field: 'summary', fieldId: 'summary' }),
  ).toEqual([]);
});

test('a field that merely shares the name of the status is none', () => {
  expect(updated({ field: 'status', fieldId: 'customfield_10099' })).toEqual([]);
});

test('a created request tells its intent where the event carries it, and a clone that it is one', () => {
  const created = (root: object) => readEvents({ ...base, ...root, eventType: 'avi:jira:created:issue' });
  const payloadIncludeProperties = { "issue.properties['omnichat'].intent": '10000.a.1' };
  expect(created({ payloadIncludeProperties })).toEqual([
    { ...facts, kind: 'created', clone: false, intent: '10000.a.1' },
  ]);
  expect(created({ clonedFrom: { id: '10041' } })).toEqual([{ ...facts, kind: 'created', clone: true }]);
});

test('a deleted request is one', () => {
  expect(readEvents({ ...base, eventType: 'avi:jira:deleted:issue' })).toEqual([{ ...facts, kind: 'deleted' }]);
});

test('times come as text or number, or not at all', () => {
  const at = (timestamp: unknown) => readEvents({ ...base, timestamp, eventType: 'avi:jira:deleted:issue' })[0]?.at;
  expect(['1791029100000', 1791029100000, undefined, 'soon'].map(at)).toEqual([
    1791029100000,
    1791029100000,
    undefined,
    undefined,
  ]);
});

test.each([
  ['an event of another kind', { ...base, eventType: 'avi:jira:viewed:issue' }],
  ['a comment event without its comment', { ...base, eventType: 'avi:jira:commented:issue' }],
  ['an update without its changes', { ...base, eventType: 'avi:jira:updated:issue' }],
  ['an event without an issue', { eventType: 'avi:jira:deleted:issue' }],
  ['an issue id that is none', { ...base, issue: { ...issue, id: '../x' }, eventType: 'avi:jira:deleted:issue' }],
])('%s is nothing to us', (_, raw) => {
  expect(readEvents(raw)).toEqual([]);
});

test('no payload makes us throw', () => {
  fc.assert(fc.property(fc.jsonValue(), (raw) => expect(readEvents(raw)).toEqual([])));
});
