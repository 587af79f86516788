import { useRef, useState } from 'react';
import type { Answer, Input } from '../../contract/calls';
import type { DraftView } from '../../contract/draft';
import type { SendView } from '../../contract/views';
import { ask } from '../shared/ask';
import { useCall, type Call } from '../shared/useCall';
import { usePickedFiles, type PickedFiles } from './usePickedFiles';
import { quotedKey, type Quote } from './useQuote';
import type { Way } from './ways';

export type Draft = {
  readonly text: string;
  readonly write: (text: string) => void;
  /** Changes when the text area is to be drawn anew: then it starts from `text`. */
  readonly edition: number;
  readonly files: PickedFiles;
  readonly quote: Quote;
  /** What it would be sent as: the same text on the same way is the same message. */
  readonly id: () => string;
  readonly sending: Call;
  /** How the latest send ended, where it did not simply go out. */
  readonly outcome?: SendView;
  readonly send: () => Promise<void>;
};

/** `begun`: what the agent had written when they left. */
type Begun = { readonly quote: Quote; readonly begun: DraftView | undefined; readonly sent: () => Promise<void> };

/**
 * What the agent is writing. The same text on the same way keeps its draft id until it is answered, so a repeated
 * *Send* goes out once; a changed one is another message. The text stays until the send is confirmed.
 */
export function useDraft(way: Way, { quote, begun, sent }: Begun): Draft {
  const [text, setText] = useState(begun?.text ?? '');
  const [edition, setEdition] = useState(0);
  const [outcome, setOutcome] = useState<SendView>();
  const sending = useCall();
  const files = usePickedFiles();
  const quotes = quotedKey(quote, way);
  const { id, attempted, answered } = useDraftId(keyOf({ text, way: way.chosen, files, quotes }), begun);

  const send = async (): Promise<void> => {
    const draftId = attempted();
    setOutcome(undefined);
    const chosen = way.chosen && { way: way.chosen };
    const input = { draftId, text, ...chosen, ...(quotes !== undefined && { quotes }) };
    const answer = await sending.run(uploadAndAsk(files, input));
    if (answer.ok) settle(answer.output);
    await sent();
  };
  const settle = (output: SendView): void => {
    answered();
    if (output.status === 'failed' || output.status === 'unknown') setOutcome(output);
    if (output.status === 'failed') return;
    files.clear();
    quote.clear();
    setText('');
    setEdition((before) => before + 1);
  };
  const write = (written: string): void => {
    setText(written);
    setOutcome(undefined);
    sending.clear();
  };
  return { text, write, edition, files, quote, id, sending, send, ...(outcome && { outcome }) };
}

type Named = { readonly id: string; readonly key: string };

/** Ids by what would be sent. One that was tried is kept for the very same message until that is answered, whatever is written meanwhile. */
function useDraftId(key: string, begun: DraftView | undefined) {
  const tried = useRef<Named | undefined>(begun && { id: begun.draftId, key });
  const written = useRef<Named>();
  const named = (): Named => {
    const known = [tried.current, written.current].find((one) => one?.key === key) ?? { id: crypto.randomUUID(), key };
    written.current = known;
    return known;
  };
  return {
    id: () => named().id,
    attempted: () => {
      tried.current = named();
      return tried.current.id;
    },
    answered: () => {
      tried.current = undefined;
      written.current = undefined;
    },
  };
}

type Written = {
  readonly text: string;
  readonly way: Way['chosen'];
  readonly files: PickedFiles;
  readonly quotes: string | undefined;
};

const keyOf = ({ text, way, files, quotes }: Written): string =>
  JSON.stringify([text, way?.channel, way?.number, files.list.map(({ name, size }) => [name, size]), quotes]);

/** The files first, so that the message is sent only once all of them are on the request. */
async function uploadAndAsk(files: PickedFiles, input: Input<'sendMessage'>): Promise<Answer<SendView>> {
  if (files.list.length === 0) return ask('sendMessage', input);
  const ids = await files.upload();
  if (!ids) return { ok: false, error: { code: 'file-refused', message: 'Jira did not take a file' } };
  return ask('sendMessage', { ...input, attachments: ids.map((id) => ({ id })) });
}
