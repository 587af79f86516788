import { cleanText } from '../domain/text/cleanText';
import { paragraphsOf, type Paragraph, type Said } from '../domain/text/timeLine';
import { appended, BUDGET, docOf, sizeOf, type AdfDoc } from './adf';

/**
 * The next messages as one text of Jira's. `taken` of them, oldest first, are in it; where `taken` is 0 what is there is
 * full and the next comment begins. A new document always takes at least one. `lastAt` is the time of the newest in it.
 */
export type Composition = {
  readonly doc: AdfDoc;
  /** Only what is new: for ways of writing that know no documents. */
  readonly paragraphs: readonly Paragraph[];
  readonly taken: number;
  readonly lastAt: number;
};

/** Where the text goes: after what `existing` holds, or into a document of its own. */
export type Place = {
  readonly timeZone: string;
  readonly existing?: { readonly doc: AdfDoc; readonly lastAt: number };
};

/** Composes as many of the messages as one description or comment holds. @throws without a message. */
export function compose(messages: readonly [Said, ...Said[]], place: Place): Composition {
  const sizes = messages.map((message) => sizeOf(docOf([{ kind: 'message', text: message.text }])));
  let total = place.existing ? sizeOf(place.existing.doc) : 0;
  let taken = place.existing ? 0 : 1;
  total += taken === 1 ? (sizes[0] ?? 0) : 0;
  for (const size of sizes.slice(taken)) {
    total += size + TIME_LINE;
    if (total > BUDGET) break;
    taken += 1;
  }
  return composition(messages.slice(0, taken), place);
}

/** A time line's own JSON, generously. */
const TIME_LINE = 120;

function composition(messages: readonly Said[], { timeZone, existing }: Place): Composition {
  const fitting = messages.map((message) => ({ ...message, text: withinBudget(message) }));
  const paragraphs = paragraphsOf(fitting, timeZone, existing?.lastAt);
  const doc = existing ? appended(existing.doc, paragraphs) : docOf(paragraphs);
  return { doc, paragraphs, taken: messages.length, lastAt: messages.at(-1)?.at ?? existing?.lastAt ?? 0 };
}

const CUT = '\n\n(The message is longer: all of it is in OmniChat.)';
const CUT_TWICE = '\n\n(The message is longer: OmniChat kept its beginning.)';

/** No channel carries a message this long, but what is posted to a webhook may: our store keeps more of it, if not all. */
function withinBudget({ text, isShortened }: Said): string {
  const cut = isShortened ? CUT_TWICE : CUT;
  let kept = cleanText(text);
  while (sizeOf(docOf([{ kind: 'message', text: kept + cut }])) > BUDGET) kept = kept.slice(0, kept.length * 0.8);
  return kept.length === cleanText(text).length ? text : cleanText(kept) + cut;
}
