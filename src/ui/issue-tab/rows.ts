import type { MessageView } from '../../contract/views';

/** A message with what was said about it afterwards: reactions that still stand, the newest edit, a deletion. */
export type Row = {
  readonly message: MessageView;
  readonly reactions: readonly string[];
  readonly edited?: MessageView;
  readonly deleted?: MessageView;
};

/**
 * What speaks about a message on screen stands with it instead of in a row of its own; what speaks about one that is not
 * there keeps its row. In the order of the messages.
 */
export function rowsOf(messages: readonly MessageView[]): readonly Row[] {
  const onScreen = new Set(messages.map(({ key }) => key));
  const isRemark = ({ about }: MessageView): boolean => about !== undefined && onScreen.has(about);
  const remarks = messages.filter(isRemark);
  return messages
    .filter((message) => !isRemark(message))
    .map((message) =>
      row(
        message,
        remarks.filter(({ about }) => about === message.key),
      ),
    );
}

function row(message: MessageView, remarks: readonly MessageView[]): Row {
  const edited = remarks.findLast(({ body }) => body.kind === 'edit');
  const deleted = remarks.findLast(({ body }) => body.kind === 'deletion');
  return { message, reactions: standing(remarks), ...(edited && { edited }), ...(deleted && { deleted }) };
}

/** A person has one reaction to a message: the newest, unless it was taken back. */
function standing(remarks: readonly MessageView[]): readonly string[] {
  const newest = new Map<string, string | undefined>();
  for (const { author, body } of remarks) {
    if (body.kind === 'reaction') newest.set(JSON.stringify(author), body.text);
  }
  return [...newest.values()].filter((emoji) => emoji !== undefined);
}
