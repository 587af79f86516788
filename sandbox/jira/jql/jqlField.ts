import type { Site } from '../jiraCall';
import type { Issue, Person, Searchable } from '../model/state';

/** An issue as search sees it: its identity now, its content as of the last indexing. */
export type Row = {
  readonly issue: Issue;
  readonly content: Searchable;
};
/** Who asks, where and when: relative dates and currentUser() need it. */
export type Asking = { readonly site: Site; readonly me: Person };

export type FieldKind = 'id' | 'date' | 'text' | 'number' | 'string';

/** A field JQL can ask for. `resolve` turns a written value into the one rows carry. */
export type JqlField = {
  readonly name: string;
  readonly kind: FieldKind;
  readonly sortable: boolean;
  readonly value: (row: Row) => string | number | undefined;
  /** @throws Refusal when no such thing exists; absent = the value stands for itself. */
  readonly resolve?: (written: string) => string;
};
