import { EmptyState } from '@forge/react';
import { useSay } from '../shared/useSay';

/** A request that no customer wrote on WhatsApp or SMS about. */
export const NoConversation = () => {
  const say = useSay();
  return <EmptyState header={say('thread.none-title')} headingLevel={3} description={say('thread.none')} />;
};
