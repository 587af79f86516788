import { useEffect, useState } from 'react';
import { Button, ButtonGroup, Inline, Stack } from '@forge/react';
import { useSay } from '../shared/useSay';
import { InternalMessage } from './InternalMessage';
import type { Time } from '../shared/clock';
import { Reply } from './Reply';
import type { ShownConversation } from './useConversation';
import { useDraft } from './useDraft';
import { useInternalDraft } from './useInternalDraft';
import { usePickedFiles } from './usePickedFiles';
import type { Quote } from './useQuote';
import { useSaving } from './useSaving';
import type { ChosenWay } from './useWay';

type Props = {
  readonly shown: ShownConversation;
  readonly time: Time;
  readonly chosen: ChosenWay;
  readonly quote: Quote;
  readonly sent: () => Promise<void>;
};
type Kind = ShownConversation['newMessage'];

const KINDS = [
  { kind: 'customer-reply', name: 'composer.customer-reply' },
  { kind: 'internal-message', name: 'composer.internal-message' },
] as const;

/** Where the agent writes, to the customer or to the team (X21). What was typed for one is kept while the other is written. */
export const Composer = ({ shown, time, chosen, quote, sent }: Props) => {
  const [kind, choose] = useState(begunKind(shown));
  const [begun] = useState(shown.draft);
  const draft = useDraft(chosen.way, { quote, begun, sent });
  const internal = useInternalDraft(begun?.internal ?? '', sent);
  const quoted = quote.message?.key;
  const [template, keep] = useState(begun?.template);
  const templateFiles = usePickedFiles();
  const texts = { text: draft.text, internal: internal.text };
  const content = { ...texts, ...(quoted !== undefined && { quotes: quoted }), ...(template && { template }) };
  useSaving(() => ({ ...content, draftId: draft.id() }), content);
  useEffect(() => {
    if (quoted !== undefined) choose('customer-reply');
  }, [quoted]);
  return (
    <Stack space="space.150">
      <Kinds kind={kind} choose={choose} />
      {kind === 'customer-reply' ? (
        <Reply
          shown={shown}
          time={time}
          chosen={chosen}
          draft={draft}
          template={{ begun: template, keep, files: templateFiles }}
          sent={sent}
        />
      ) : (
        <InternalMessage draft={internal} />
      )}
    </Stack>
  );
};

/** An agent who had begun to write to the team alone goes on there. */
const begunKind = ({ draft, newMessage }: ShownConversation): Kind => {
  if (!draft) return newMessage;
  return draft.text === '' && draft.internal !== '' ? 'internal-message' : 'customer-reply';
};

const Kinds = ({ kind, choose }: { readonly kind: Kind; readonly choose: (kind: Kind) => void }) => {
  const say = useSay();
  return (
    <Inline>
      <ButtonGroup>
        {KINDS.map((one) => (
          <Button key={one.kind} spacing="compact" isSelected={one.kind === kind} onClick={() => choose(one.kind)}>
            {say(one.name)}
          </Button>
        ))}
      </ButtonGroup>
    </Inline>
  );
};
