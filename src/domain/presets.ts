import type { ConversationRules } from './conversationRules';
import { isSame } from './isSame';

/** The default: agents live in Jira's comments, and both sides read the same thread. */
export const COMMENTS_AND_OMNICHAT: ConversationRules = {
  copy: 'public',
  unreadNote: false,
  transcript: 'off',
  bridge: 'public',
  bridgePrefix: '@customer',
  bridgeAutomation: false,
  description: 'aggregate-until-reply',
  joinComments: 'until-answer',
  coalesceSeconds: 60,
  newMessage: 'customer-reply',
  agentName: false,
  language: 'en',
  statusNotices: [{ on: { category: 'done' }, text: { en: 'Your request {key} is now {status}.' } }],
  autoReply: '',
  outOfHours: '',
  businessHours: null,
  windowClosing: { text: '', minutesBefore: 60 },
  coolDownMinutes: 60,
  closeOn: 'done-category',
  closeStatuses: [],
  closeTransition: { status: '', resolution: '' },
  closeAfterDays: 0,
  afterClose: 'new-linked',
  reopenDays: 3,
  lockedText: '',
  smallTalk: true,
  reactivateOn: 'both',
  onClose: 'keep',
  fallbackRequestTypeId: '',
  summary: '{channel} request from {digits}',
  createRequest: 'at-once',
  assignOnAnswer: 'if-unassigned',
  whenCustomerWrites: 'Waiting for support',
  whenAgentAnswers: '',
  outbound: 'linked-customer',
  quietHours: { from: '21:00', to: '08:00' },
  scope: 'customer',
  filesToCustomer: true,
  outsideWindow: 'template-or-sms',
  readReceipts: 'never',
  optOutWords: { standard: true, more: [] },
  smsValidityHours: 24,
  smsMaxParts: 7,
  smsWarnParts: 5,
};

/** The thread lives in the tab alone; Jira's comments stay the team's own. */
export const OMNICHAT_TAB_ONLY: ConversationRules = {
  ...COMMENTS_AND_OMNICHAT,
  copy: 'off',
  unreadNote: true,
  transcript: 'internal-note',
  bridge: 'off',
  description: 'first',
  statusNotices: [],
};

export const PRESET_NAMES = ['comments-and-omnichat', 'tab-only'] as const;
export type PresetName = (typeof PRESET_NAMES)[number];
export const PRESETS: Readonly<Record<PresetName, ConversationRules>> = {
  'comments-and-omnichat': COMMENTS_AND_OMNICHAT,
  'tab-only': OMNICHAT_TAB_ONLY,
};

/** The rules of a preset, with what the project says of itself left as it is. */
export const withPreset = (rules: ConversationRules, preset: PresetName): ConversationRules => ({
  ...PRESETS[preset],
  ...ownWords(rules),
});

/** The preset these rules are, if they are one. What a project says of itself makes no other of it. */
export function presetOf(rules: ConversationRules): PresetName | undefined {
  return PRESET_NAMES.find((preset) => isSame(withPreset(rules, preset), rules));
}

/** Texts, hours and words that an administrator wrote, and what only this project can know: no preset has them. */
const ownWords = ({
  language,
  autoReply,
  outOfHours,
  businessHours,
  quietHours,
  windowClosing,
  lockedText,
  summary,
  optOutWords,
  fallbackRequestTypeId,
}: ConversationRules) => ({
  language,
  autoReply,
  outOfHours,
  businessHours,
  quietHours,
  windowClosing,
  lockedText,
  summary,
  optOutWords,
  fallbackRequestTypeId,
});
