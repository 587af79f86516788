import { open, ok, type Answers, type Screen } from './screen';
import { IssueTab } from '../../../src/ui/IssueTab';
import type { ConversationView } from '../../../src/contract/views';

/** Opens the tab on a view, or on whatever view there is at the time of each call. */
export const openTab = (view: ConversationView | (() => ConversationView), answers: Answers = {}): Promise<Screen> =>
  open(IssueTab, {
    viewConversation: () => ok(typeof view === 'function' ? view() : view),
    markSeen: () => ok(),
    ...answers,
  });
