import type { ConversationRules } from '../domain/conversationRules';
import type { PresetName } from '../domain/presets';
import type { NumberRules } from '../domain/settings';

/** The conversation rules of a project as its administrators see them. */
export type RulesView = {
  readonly project: ConversationRules;
  /** The preset whose rules these are, whatever texts the project wrote; `own` when they differ. */
  readonly preset: PresetName | 'own';
  readonly defaults: ConversationRules;
  /** Every business number with the rules it has of its own. */
  readonly numbers: readonly { readonly id: string; readonly display: string; readonly own: NumberRules }[];
  /** Names, in the workflow's order; empty where Jira did not tell them. */
  readonly statuses: readonly string[];
  readonly resolutions: readonly string[];
};
