/** Something that falls due: a queue event, a product event, a carrier's webhook, a schedule. Plain JSON, so it survives a restart. */
export type DueItem = {
  readonly id: string;
  readonly at: number;
  readonly kind: string;
  readonly what: string;
  readonly payload: unknown;
};
/** `performing`: begun and not ended. */
export type AgendaState = { now: number; counter: number; items: DueItem[]; performing?: DueItem[] };

/** What is begun stands in the state until it has ended: a world saved meanwhile, and ended without a word, begins it again. */
export const begun = (state: AgendaState, item: DueItem): void => {
  state.performing = [...(state.performing ?? []), item];
};

export function ended(state: AgendaState, item: DueItem): void {
  const left = (state.performing ?? []).filter((one) => one !== item);
  if (left.length > 0) state.performing = left;
  else delete state.performing;
}

/** Of a saved state: what had begun is due again. */
export function beginAgain(state: AgendaState): void {
  state.items = [...(state.performing ?? []), ...state.items];
  delete state.performing;
}
