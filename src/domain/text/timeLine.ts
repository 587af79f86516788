/** One paragraph of a text that copies the conversation: what was said or quoted, a line that tells when, or a file. */
export type Paragraph =
  { readonly kind: 'message' | 'quote' | 'time' | 'header'; readonly text: string } | FileParagraph;

/** A file of the request, where a document may name it: `text` is its name. */
export type FileParagraph = {
  readonly kind: 'file';
  readonly text: string;
  readonly mediaId: string;
  readonly isPicture: boolean;
};

/** A text and when it was said (epoch ms), with the file that came with it. */
export type Said = {
  readonly text: string;
  readonly at: number;
  readonly file?: FileParagraph;
  /** More was said: OmniChat kept its beginning. */
  readonly isShortened?: true;
};

const HOUR_MS = 3_600_000;

/**
 * The aggregation rule: one paragraph per message, a time line before the first of a new day or after an hour's gap.
 * `previousAt` is the time of the message before; the first of an aggregate has none, so a single message is the bare text.
 */
export function paragraphsOf(messages: readonly Said[], timeZone: string, previousAt?: number): readonly Paragraph[] {
  return messages.flatMap((message, index) => {
    const before = index === 0 ? previousAt : messages[index - 1]?.at;
    const line = timeLineBetween(before, message.at, timeZone);
    const said: readonly Paragraph[] = [
      { kind: 'message', text: message.text },
      ...(message.file ? [message.file] : []),
    ];
    return line === undefined ? said : [{ kind: 'time', text: line }, ...said];
  });
}

/** `14:05` after an hour's gap on the same day, `21 Nov 2026, 09:12` on another day; otherwise nothing. Epoch ms, IANA zone. */
export function timeLineBetween(previousAt: number | undefined, at: number, timeZone: string): string | undefined {
  if (previousAt === undefined) return undefined;
  const time = told(at, timeZone);
  if (told(previousAt, timeZone).day !== time.day) return `${time.day}, ${time.hour}`;
  return Math.abs(at - previousAt) >= HOUR_MS ? time.hour : undefined;
}

/** Does this runtime know the IANA name? Settings refuse a name it does not. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A zone this runtime does not know is told in UTC: a message never waits for a time zone. */
function told(at: number, timeZone: string): { day: string; hour: string } {
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return { day: `${part('day')} ${part('month')} ${part('year')}`, hour: `${part('hour')}:${part('minute')}` };
}
