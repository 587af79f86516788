import { readEvents } from '../../src/jira/events';
import { readShared, sharedFiles, testWithShared } from '../support/sharedFolder';

const PUBLISHED = 'fixtures/jira/forge-events';
const DERIVED = 'fixtures/jira/forge-events-derived';

/** What each event means to us: kinds, with what matters most of each. */
const MEANING: Record<string, readonly object[]> = {
  'commented-issue.trace': [{ kind: 'comment', commentId: '40001', isPublic: true, edited: false }],
  'created-issue.jsm-2023-console': [{ kind: 'created', issueKey: 'CS-6', clone: false }],
  'created-issue.trace': [{ kind: 'created' }],
  'deleted-attachment.trace': [],
  'deleted-comment.trace': [{ kind: 'comment-deleted', commentId: '40001', own: false }],
  'deleted-issue.trace': [{ kind: 'deleted' }],
  'updated-issue-status.trace': [{ kind: 'status', change: '20003', at: 1790584137824 }],
  'assigned-to-agent': [],
  'assigned-unassigned': [],
  'commented-agent-edited': [{ kind: 'comment', edited: true }],
  'commented-agent-internal': [{ kind: 'comment', isPublic: false }],
  'commented-agent-public': [{ kind: 'comment', isPublic: true, edited: false, own: false }],
  'commented-app-self': [{ kind: 'comment', own: true }],
  'commented-customer-edited-by-app': [{ kind: 'comment', edited: true }],
  'commented-customer-portal': [{ kind: 'comment', isPublic: true }],
  'created-attachment': [],
  'created-issue-portal': [{ kind: 'created', issueId: '10042', project: '10000' }],
  'deleted-issue': [{ kind: 'deleted', issueId: '10042' }],
  'updated-comment-added-shadow': [],
  'updated-moved-project': [{ kind: 'moved', issueKey: 'OPS-7', project: '10020' }],
  'updated-status-reopened': [{ kind: 'status' }],
  'updated-status-to-done': [{ kind: 'status', change: '20010' }],
};

testWithShared(DERIVED)('every published and derived event has the meaning we decided', () => {
  const files = [...sharedFiles(PUBLISHED), ...sharedFiles(DERIVED)];
  const names = files.map((file) => file.replace(/^.*\/|\.json$/g, ''));
  expect(names.sort()).toEqual(Object.keys(MEANING).sort());
  for (const file of files) {
    const name = file.replace(/^.*\/|\.json$/g, '');
    const events = readEvents(readShared(file));
    expect({ name, events }).toMatchObject({ name, events: MEANING[name] });
    expect(events).toHaveLength(MEANING[name]?.length ?? -1);
  }
});
