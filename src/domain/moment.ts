import type { ProjectSettings } from './settings';

/** When a turn decides, and by which rules. `now` is epoch milliseconds. */
export type Moment = { readonly now: number; readonly settings: ProjectSettings };
