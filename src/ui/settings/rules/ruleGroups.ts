import type { RuleName, Rules } from './field';

export type GroupName = 'comments' | 'closing' | 'automatic' | 'request' | 'reach';

/** Where each rule stands on the page. */
export const RULE_GROUPS: Readonly<Record<GroupName, readonly RuleName[]>> = {
  comments: [
    'copy',
    'unreadNote',
    'bridge',
    'bridgePrefix',
    'bridgeAutomation',
    'description',
    'joinComments',
    'coalesceSeconds',
    'newMessage',
    'agentName',
    'transcript',
  ],
  closing: [
    'closeOn',
    'closeStatuses',
    'closeTransition',
    'closeAfterDays',
    'afterClose',
    'reopenDays',
    'reactivateOn',
    'smallTalk',
    'lockedText',
    'onClose',
  ],
  automatic: [
    'autoReply',
    'businessHours',
    'outOfHours',
    'windowClosing',
    'coolDownMinutes',
    'statusNotices',
    'language',
  ],
  request: [
    'createRequest',
    'summary',
    'fallbackRequestTypeId',
    'assignOnAnswer',
    'whenCustomerWrites',
    'whenAgentAnswers',
  ],
  reach: [
    'scope',
    'outbound',
    'quietHours',
    'outsideWindow',
    'filesToCustomer',
    'readReceipts',
    'optOutWords',
    'smsMaxParts',
    'smsWarnParts',
    'smsValidityHours',
  ],
};
export const GROUP_NAMES: readonly GroupName[] = ['comments', 'closing', 'automatic', 'request', 'reach'];

/** Rules that say nothing beside the value of another are not asked for. */
const ONLY_WHEN: Readonly<Partial<Record<RuleName, (rules: Rules) => boolean>>> = {
  unreadNote: ({ copy }) => copy === 'off',
  bridgePrefix: ({ bridge }) => bridge === 'prefixed',
  bridgeAutomation: ({ bridge }) => bridge !== 'off',
  joinComments: ({ copy }) => copy !== 'off',
  coalesceSeconds: ({ copy, joinComments }) => copy !== 'off' && joinComments === 'by-time',
  closeStatuses: ({ closeOn }) => closeOn === 'statuses',
  reopenDays: ({ afterClose }) => afterClose === 'reopen',
  outOfHours: ({ businessHours }) => businessHours !== null,
};

export const isAsked = (rule: RuleName, rules: Rules): boolean => ONLY_WHEN[rule]?.(rules) ?? true;
