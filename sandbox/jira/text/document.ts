import { refuse, refuseField } from '../refusal';
import { hasForeignMedia, isDocument, isEmptyDocument, plainText, TEXT_LIMIT, type AdfNode } from './adf';
import { wikiToAdf } from './wiki';

/** Why a field's document is refused, in Jira's words. */
const WORDS = {
  comment: { notAdf: 'Comment body is not valid!', empty: 'Comment body can not be empty!' },
  description: {
    notAdf: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
    empty: undefined,
  },
} as const;

/** Accepts what a caller sent as a rich text: ADF in version 3, wiki markup in version 2 and JSM. @throws Refusal */
export function acceptDocument(field: 'comment' | 'description', value: unknown, version: 2 | 3): AdfNode {
  const words = WORDS[field];
  if (version === 3 && (typeof value !== 'object' || value === null)) throw refuseField(field, words.notAdf);
  const size = typeof value === 'string' ? value.length : JSON.stringify(value).length;
  if (size > TEXT_LIMIT) throw refuseField(field, TOO_LONG);
  const document = typeof value === 'string' ? wikiToAdf(value) : value;
  if (!isDocument(document)) throw refuse(400, 'INVALID_INPUT');
  if (hasForeignMedia(document)) throw refuse(400, 'ATTACHMENT_VALIDATION_ERROR');
  if (words.empty && isEmptyDocument(document)) throw refuseField(field, words.empty);
  return document;
}

const TOO_LONG = 'The entered text is too long. It exceeds the allowed limit of 32,767 characters.';

/** What a reader of that API version gets back. */
export const shownDocument = (document: AdfNode | null, version: 2 | 3) => {
  if (!document) return null;
  return version === 3 ? document : plainText(document);
};
