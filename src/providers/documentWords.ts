import type { MediaKind } from '../domain/content';

/** Endings of the documents people send: words that end so are a name, whatever else they are. */
const NAME =
  /^[^/\\\n]{1,200}\.(pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|txt|csv|md|html?|xml|json|zip|rar|7z|gz|eml|msg|ics|vcf|epub|pages|numbers|key|dwg|log)$/i;

/**
 * Where a provider tells one text with a file, that of a document is its name or what the customer wrote beside it. What looks
 * like a name is told once, as the name; all else is the customer's caption.
 */
export function documentWords(kind: MediaKind, words = ''): { readonly fileName?: string; readonly caption?: string } {
  if (words === '') return {};
  return kind === 'document' && NAME.test(words) ? { fileName: words } : { caption: words };
}
