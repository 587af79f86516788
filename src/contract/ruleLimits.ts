/** Limits of the rules, for the server that holds to them and for the screen that tells them beforehand. */

/** WhatsApp takes 4,096 characters of text (Meta, text messages, read 2026-11). */
export const LONGEST_TEXT = 4_096;
/** A summary itself holds 255 (jira.md 1.2); its rule is shorter than what it is filled with. */
export const LONGEST_SUMMARY_RULE = 200;
/** Names of statuses, resolutions and words: Jira's own limit for a status is 60. */
export const LONGEST_NAME = 60;
export const MOST_NOTICES = 20;

/** Whole numbers, both ends included. */
export const RANGES = {
  coalesceSeconds: { min: 0, max: 3_600 },
  minutesBefore: { min: 5, max: 720 },
  coolDownMinutes: { min: 0, max: 10_080 },
  closeAfterDays: { min: 0, max: 365 },
  reopenDays: { min: 1, max: 365 },
  smsValidityHours: { min: 1, max: 72 },
  smsMaxParts: { min: 1, max: 10 },
  smsWarnParts: { min: 1, max: 10 },
} as const;
export type Ranged = keyof typeof RANGES;

/** What can be wrong with a rule; each is a refusal of `saveRules` with its own sentence. */
export const RULE_FAULTS = [
  'too-long',
  'out-of-range',
  'bad-time',
  'bad-date',
  'bad-language',
  'unknown-placeholder',
  'required',
] as const;
export type RuleFault = (typeof RULE_FAULTS)[number];
