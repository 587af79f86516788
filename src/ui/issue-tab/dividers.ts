import type { MessageView } from '../../contract/views';
import { calendarDay, type Reader } from '../shared/clock';
import type { Row } from './rows';

/** A row with what a line before it says: that another day begins, or that nobody had looked from here on. */
export type DividedRow = Row & { readonly beginsDay: boolean; readonly isFirstNew: boolean };

/** `newSince`: sequence of the first message that was not there, or not looked at, when the tab was opened. */
export function divided(rows: readonly Row[], reader: Reader, newSince: number): readonly DividedRow[] {
  const since = afterAnswer(rows, newSince);
  const firstNew = rows.findIndex(({ message }) => message.side === 'customer' && message.sequence >= since);
  return rows.map((row, index) => ({
    ...row,
    beginsDay: dayOf(row, reader) !== dayOf(rows[index - 1], reader),
    // Before the very first message there is nothing to be told apart from.
    isFirstNew: index > 0 && index === firstNew,
  }));
}

/** Who answers has read what stands above. */
function afterAnswer(rows: readonly Row[], newSince: number): number {
  const answer = rows.findLast(({ message }) => isAnswer(message));
  return Math.max(newSince, answer ? answer.message.sequence + 1 : 0);
}

const isAnswer = ({ side, author }: MessageView): boolean =>
  side === 'business' && (author.kind === 'agent' || author.kind === 'staff');

const dayOf = (row: Row | undefined, reader: Reader): number | undefined =>
  row && calendarDay(Date.parse(row.message.at), reader);
