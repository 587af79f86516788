import ForgeReconciler, { Stack, Text } from '@forge/react';
import { ConversationTab } from './issue-tab/ConversationTab';
import { NoConversation } from './issue-tab/NoConversation';
import { useConversation, type Conversation } from './issue-tab/useConversation';
import { NotLoaded } from './shared/NotLoaded';
import { useSay } from './shared/useSay';
import { Viewer, Waiting } from './shared/Viewer';

/** The OmniChat tab and panel of a request: the conversation and the composer. */
export const IssueTab = () => (
  <Viewer>
    <OfRequest />
  </Viewer>
);

const OfRequest = () => {
  const conversation = useConversation();
  const { shown, refusal, refresh } = conversation;
  if (!shown && refusal) return <NotLoaded refusal={refusal} retry={() => void refresh()} />;
  if (!shown) return <Waiting />;
  return (
    <Stack space="space.200">
      <NotCurrent conversation={conversation} />
      {shown.kind === 'none' ? (
        <NoConversation />
      ) : (
        <ConversationTab shown={shown} refresh={conversation.refresh} showOlder={conversation.showOlder} />
      )}
    </Stack>
  );
};

const NotCurrent = ({ conversation }: { readonly conversation: Conversation }) => {
  const say = useSay();
  if (!conversation.refusal) return null;
  return (
    <Text size="small" color="color.text.warning">
      {say('screen.not-current')}
    </Text>
  );
};

ForgeReconciler.render(<IssueTab />);
