import type { StatusCategory } from './conversationRules';

/** A status as people call it, and Jira's key of its category. */
export type StatusNow = { readonly name: string; readonly category: StatusCategory };

/** Jira compares names of statuses without regard to case. */
export const isStatus = ({ name }: Pick<StatusNow, 'name'>, wanted: string): boolean =>
  name.trim().toLowerCase() === wanted.trim().toLowerCase();
