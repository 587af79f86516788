import ForgeReconciler from '@forge/react';
import { ConversationInShort } from './context-panel/ConversationInShort';
import { Start } from './context-panel/Start';
import { usePanel } from './context-panel/usePanel';
import { NotLoaded } from './shared/NotLoaded';
import { Viewer, Waiting } from './shared/Viewer';

/** Beside a request: how its conversation stands, or how to start one. */
export const ContextPanel = () => (
  <Viewer>
    <OfRequest />
  </Viewer>
);

const OfRequest = () => {
  const { shown, refusal, refresh } = usePanel();
  if (!shown && refusal) return <NotLoaded refusal={refusal} retry={() => void refresh()} />;
  if (!shown) return <Waiting />;
  return shown.kind === 'conversation' ? (
    <ConversationInShort shown={shown} />
  ) : (
    <Start offer={shown} started={refresh} />
  );
};

ForgeReconciler.render(<ContextPanel />);
