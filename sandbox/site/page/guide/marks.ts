/** What this visitor did on the page; whether it really worked is read from the world (`stepsDone`). */
export type Marks = {
  readonly since?: string;
  /** When the newest change of a request was made that was shown in full. */
  readonly shown?: string;
  readonly answered?: true;
  readonly commented?: string;
  readonly jumped?: true;
  readonly resolved?: true;
};

const stored = 'omnichat-guide';
const listeners = new Set<() => void>();
let marks: Marks = read();

export const marksNow = (): Marks => marks;
export const watchMarks = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
export const startGuide = (now: string): void => mark({ since: now });
export const restartGuide = (now: string): void => set({ since: now });
/** A request stands on the page as it was when it changed last. */
export function noteShown(updated: string): void {
  const shown = new Date(updated).toISOString();
  if (shown > (marks.shown ?? '')) mark({ shown });
}
export const noteComment = (text: string): void => mark({ commented: text.trim() });
export const noteJump = (): void => mark({ jumped: true });
export const noteDone = (): void => mark({ resolved: true });

/** A call of a screen and its answer: a sent message counts only when the app says so. */
export function noteCall(call: string, answer: unknown): void {
  const ok = typeof answer === 'object' && answer !== null && (answer as { ok?: unknown }).ok === true;
  if (call === 'sendMessage' && ok) mark({ answered: true });
}

const mark = (news: Marks): void => set({ ...marks, ...news });

function set(next: Marks): void {
  marks = next;
  sessionStorage.setItem(stored, JSON.stringify(marks));
  listeners.forEach((listener) => listener());
}

function read(): Marks {
  const text = typeof sessionStorage === 'undefined' ? null : sessionStorage.getItem(stored);
  return text === null ? {} : (JSON.parse(text) as Marks);
}
