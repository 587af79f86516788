import type { Chance } from '../../sandbox/chance';
import type { ConversationRules } from '../../src/domain/conversationRules';
import { one } from './dice';

type Rules = Partial<ConversationRules>;

/** What the laws count on unless a story chooses otherwise: every message after a close opens a request, no text of ours. */
export const PLAIN: Rules = { smallTalk: false, statusNotices: [] };

/** The default preset half of the time: it does the most. Otherwise up to three rows of A2 have another value. */
export function rulesOf(chance: Chance): Rules {
  const count = Math.max(0, chance.below(6) - 2);
  return Array.from({ length: count }, () => one(chance, VARIANTS)).reduce(
    (rules, more) => ({ ...rules, ...more }),
    PLAIN,
  );
}

/** OmniChat says by itself whatever it can. */
export const TALKATIVE: Rules = {
  autoReply: 'We are on it.',
  outOfHours: 'We are back in the morning.',
  businessHours: { days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00', holidays: [] },
  windowClosing: { text: 'Write again to keep {key} open.', minutesBefore: 60 },
  coolDownMinutes: 0,
};

export const STATUS_NOTICES: ConversationRules['statusNotices'] = [
  { on: { category: 'done' }, text: { en: 'Your request {key} is now {status}.' } },
  { on: { status: 'Waiting for customer' }, text: { en: 'We wait for you in {key}.' } },
];

/** Values of the rows of A2 that are not the default's. */
const VARIANTS: readonly Rules[] = [
  { copy: 'off', description: 'first', unreadNote: true },
  { copy: 'off', description: 'first', transcript: 'internal-note' },
  { copy: 'internal' },
  { transcript: 'internal-note' },
  { bridge: 'off' },
  { bridge: 'prefixed', bridgePrefix: '@customer' },
  { description: 'first' },
  { joinComments: 'by-time', coalesceSeconds: 60 },
  { description: 'first', joinComments: 'by-time', coalesceSeconds: 10 },
  { agentName: true },
  { statusNotices: STATUS_NOTICES },
  TALKATIVE,
  { ...TALKATIVE, coolDownMinutes: 60 },
  { afterClose: 'reopen', reopenDays: 2 },
  { afterClose: 'new' },
  { lockedText: 'This conversation has ended.' },
  { smallTalk: true },
  { closeOn: 'button', reactivateOn: 'button' },
  { closeOn: 'statuses', closeStatuses: ['Waiting for customer'] },
  { closeTransition: { status: 'Resolved', resolution: 'Done' } },
  { closeAfterDays: 1 },
  { reactivateOn: 'leaving-status' },
  { onClose: 'unassign' },
  { assignOnAnswer: 'off' },
  { whenCustomerWrites: '', whenAgentAnswers: '' },
  { whenAgentAnswers: 'Waiting for customer' },
  { scope: 'customer-channel' },
  { scope: 'customer-number' },
  { outsideWindow: 'block' },
  { outsideWindow: 'sms' },
  { optOutWords: { standard: true, more: ['basta'] } },
  { optOutWords: { standard: false, more: [] } },
  { outbound: 'off' },
  { readReceipts: 'on-answer' },
  { readReceipts: 'on-open' },
  { outbound: 'any', quietHours: null },
];
