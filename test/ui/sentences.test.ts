import type { CallErrorCode } from '../../src/contract/calls';
import type { ActionName, ChannelName, ClosedView } from '../../src/contract/views';
import type { Customer } from '../../src/domain/contact';
import type { Content, MediaFailureReason, MediaKind } from '../../src/domain/content';
import type { Conversation } from '../../src/domain/conversation';
import type { DeliveryStatus } from '../../src/domain/delivery';
import type { JiraFailureReason, Work } from '../../src/domain/effect';
import type { ConsentSource } from '../../src/domain/consent';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommentChange } from '../../src/domain/message';
import { sentence, sentenceKeys, sentences, sentencesText } from './support/english';
import { connectionLists } from './support/connectionSentences';
import { reasons } from './support/failureReasons';
import { ruleLists } from './support/ruleSentences';

/** A total table of a closed list: a new code fails the type check here until it stands in it. */
type Closed<Code extends string> = Record<Code, true>;
const jiraReasons: Closed<JiraFailureReason> = {
  'jira-down': true,
  'rate-limited': true,
  forbidden: true,
  'request-type-gone': true,
  'request-gone': true,
  rejected: true,
  'issue-full': true,
  'no-transition': true,
};
const errors: Closed<CallErrorCode | 'no-answer'> = {
  'not-allowed': true,
  'bad-input': true,
  'no-conversation': true,
  'not-found': true,
  'unknown-provider': true,
  'bad-credentials': true,
  'number-taken': true,
  'in-use': true,
  'bad-request-type': true,
  'bad-request': true,
  'bad-domain': true,
  'bad-phone': true,
  'has-conversation': true,
  'outbound-off': true,
  'no-customer': true,
  'other-customer': true,
  suppressed: true,
  'number-removed': true,
  'another-active': true,
  'conversation-closed': true,
  'conversation-locked': true,
  'contact-blocked': true,
  'other-owner': true,
  'not-closed': true,
  'not-paused': true,
  'reopened-by-status': true,
  'too-many-paused': true,
  'bad-time-zone': true,
  'too-long': true,
  'out-of-range': true,
  'bad-time': true,
  'bad-date': true,
  'bad-language': true,
  'unknown-placeholder': true,
  required: true,
  'not-one-line': true,
  'templates-off': true,
  'templates-unknown': true,
  'template-gone': true,
  'no-closing-status': true,
  'changed-meanwhile': true,
  'theirs-shown': true,
  busy: true,
  'file-refused': true,
  'not-picture': true,
  'not-video': true,
  'file-too-large': true,
  failed: true,
  'no-answer': true,
};
const statuses: Closed<DeliveryStatus> = {
  queued: true,
  accepted: true,
  sent: true,
  delivered: true,
  read: true,
  failed: true,
  unknown: true,
};
const kinds: Closed<Content['kind'] | MediaKind> = {
  text: true,
  media: true,
  image: true,
  video: true,
  audio: true,
  voice: true,
  document: true,
  sticker: true,
  location: true,
  contacts: true,
  order: true,
  choice: true,
  template: true,
  reaction: true,
  edit: true,
  deletion: true,
  unsupported: true,
};
const missing: Closed<MediaFailureReason> = {
  gone: true,
  'too-large': true,
  'too-slow': true,
  'wrong-host': true,
  refused: true,
  'no-answer': true,
  'not-that-kind': true,
  'jira-refused': true,
  unwanted: true,
};
const works: Closed<Work['kind']> = {
  'send-message': true,
  'ensure-customer': true,
  'create-request': true,
  'link-request': true,
  'retire-request': true,
  'catch-up': true,
  mirror: true,
  note: true,
  'sync-property': true,
  transition: true,
  assign: true,
  remark: true,
  transcript: true,
  attach: true,
  'show-file': true,
  'show-answer': true,
};
const states: Closed<Conversation['state'] | 'locked'> = { active: true, paused: true, closed: true, locked: true };
const sources: Closed<ClosedView['source']> = {
  user: true,
  automation: true,
  customer: true,
  provider: true,
  time: true,
};
const consents: Closed<ConsentSource> = { request: true, form: true, verbal: true, contract: true };
const turns: Closed<Conversation['waitingOn']> = { agent: true, customer: true };
const actions: Closed<ActionName> = {
  blockContact: true,
  unblockContact: true,
  closeConversation: true,
  reopenConversation: true,
  pauseConversation: true,
  activateConversation: true,
  lockConversation: true,
  unlockConversation: true,
};
const commentChanges: Closed<CommentChange> = {
  edited: true,
  'file-added': true,
  internal: true,
  deleted: true,
  corrected: true,
};
const channels: Closed<ChannelName> = { whatsapp: true, sms: true };
const appReasons: Closed<Extract<Customer, { kind: 'app' }>['reason']> = { refused: true, forbidden: true };

const closedLists: Readonly<Record<string, Closed<string>>> = {
  failure: reasons,
  blocked: reasons,
  problem: jiraReasons,
  error: errors,
  status: statuses,
  kind: kinds,
  work: works,
  missing,
  state: states,
  channel: channels,
  comment: commentChanges,
  'comment-not-sent': commentChanges,
  action: actions,
  closed: sources,
  consent: consents,
  'waiting-on': turns,
  'settings.customers.reason': appReasons,
  ...ruleLists,
  ...connectionLists,
};

test.each(Object.entries(closedLists))('every code of %s has its words', (group, codes) => {
  const missing = Object.keys(codes).filter((code) => !sentence(`${group}.${code}`));
  expect(missing).toEqual([]);
});

const WHOLE_SENTENCES = ['failure', 'blocked', 'problem', 'error', 'verdict', 'settings.customers.reason'];

test.each(WHOLE_SENTENCES)('%s are whole sentences', (group) => {
  const broken = Object.keys(closedLists[group] ?? {}).filter(
    (code) => !/^[A-Z].*[.]$/.test(sentence(`${group}.${code}`) ?? ''),
  );
  expect(broken).toEqual([]);
});

test.each([
  'failure',
  'blocked',
  'problem',
  'work',
  'kind',
  'verdict',
  'settings.customers.reason',
  'settings.rest',
  'delivery.waits',
  'templates.why',
])('%s has words for a code nobody foresaw', (group) => {
  expect(sentence(`${group}.other`)).toBeDefined();
});

test('every sentence a screen asks for by its full name exists', () => {
  const asked = screens().flatMap((source) => [...source.matchAll(/'([a-z-]+(?:\.[a-z-]+)+)'/g)].map(([, key]) => key));
  const keys = asked.filter((key): key is string => key !== undefined && !NOT_SENTENCES.test(key));
  expect(keys.length).toBeGreaterThan(60);
  expect(keys.filter((key) => sentence(key) === undefined)).toEqual([]);
});

test('no two sentences stand under one name: the second would take the place of the first', () => {
  expect(sentencesText).toBe(`${JSON.stringify(sentences, null, 2)}\n`);
});

test('every sentence is used by some screen', () => {
  const text = screens().join('\n');
  const used = (key: string): boolean =>
    text.includes(`'${key}'`) || ofCodes.some((group) => key.startsWith(`${group}.`));
  const ofCodes = Object.keys(closedLists);
  const unused = sentenceKeys.filter((key) => !used(key) && !key.startsWith('app.'));
  expect(unused).toEqual([]);
});

/** Design tokens, and the group that codes are looked up in, look like sentence names. */
const NOT_SENTENCES =
  /^((space|color|border|radius)\.|settings\.customers\.reason$|settings\.rules\.(group|lead)$|settings\.routing\.reason$|settings\.(rest|webhook-goes)$|delivery\.waits$|rule\.(label|help)$|preset\.(name|meaning)$|templates\.why$)/;

const screens = (): string[] =>
  readdirSync(join(__dirname, '../../src/ui'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
