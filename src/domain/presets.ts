import type { ConversationRules } from './conversationRules';

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

export const PRESETS = { 'comments-and-omnichat': COMMENTS_AND_OMNICHAT, 'tab-only': OMNICHAT_TAB_ONLY } as const;
export type PresetName = keyof typeof PRESETS;
