import type { Channel as ChannelName } from '../domain/contact';
import type { CallName } from './calls';
import type { DraftView } from './draft';
import type { RulesView } from './rulesView';
import type { CheckView, ConnectionView, ProviderView } from './connectionViews';
import type { MessageView } from './messageViews';
import type { NumberTemplatesView, TemplatesView } from './templateViews';
import type { WaitingView } from './waitingView';

export type { ChannelName };
export type { BodyView, MessageView } from './messageViews';
export type {
  CheckView,
  ConnectionView,
  FieldView,
  NumberChannelView,
  NumberView,
  ProviderView,
} from './connectionViews';
export type { NumberTemplatesView, TemplatesView, TemplateView } from './templateViews';
export type { WaitingView } from './waitingView';

/** What screens get. Times are ISO 8601; texts of people are shown as they are, codes are looked up in static/locales. */
export type Views = Complete<{
  viewConversation: ConversationView;
  saveDraft: Record<string, never>;
  sendMessage: SendView;
  listTemplates: TemplatesView;
  sendTemplate: SendView;
  resendMessage: SendView;
  sendCorrection: SendView;
  sendAddedFiles: SendView;
  addInternalMessage: Record<string, never>;
  viewPanel: PanelView;
  startConversation: Record<string, never>;
  markSeen: Record<string, never>;
  fetchFileAgain: Record<string, never>;
  replayEffect: Record<string, never>;
  closeConversation: Record<string, never>;
  reopenConversation: Record<string, never>;
  pauseConversation: Record<string, never>;
  activateConversation: Record<string, never>;
  lockConversation: Record<string, never>;
  unlockConversation: Record<string, never>;
  blockContact: Record<string, never>;
  unblockContact: Record<string, never>;
  viewSettings: SettingsView;
  connectProvider: { readonly connection: string };
  replaceCredentials: Record<string, never>;
  endFormerCredentials: Record<string, never>;
  saveVerification: Record<string, never>;
  checkConnection: CheckView;
  removeConnection: Record<string, never>;
  addNumber: { readonly number: string };
  removeNumber: Record<string, never>;
  viewTemplates: NumberTemplatesView;
  dismissUnclaimed: Record<string, never>;
  saveRules: Record<string, never>;
  triageConversation: Record<string, never>;
  choosePreset: Record<string, never>;
  saveTimeZone: Record<string, never>;
  saveCustomerDomain: Record<string, never>;
}>;

type Complete<All extends Record<CallName, unknown>> = All;

/** `none`: the request has no conversation. */
export type ConversationView =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'conversation';
      readonly state: 'active' | 'paused' | 'closed';
      /** Who is at the other end, for the header: `+49…`, a profile name, or the last 6 of the WhatsApp user id. */
      readonly contact: { readonly name?: string; readonly address: string };
      readonly channel: ChannelName;
      /** The business number the answer goes out from. */
      readonly from: string;
      /** Oldest first; at most 25. `older` is the cursor for the page before. */
      readonly messages: readonly MessageView[];
      readonly older?: number;
      /** Every way to the customer, the conversation's own first. */
      readonly ways: readonly WayView[];
      readonly composer: ComposerView;
      /** Only where it was asked for. */
      readonly draft?: DraftView;
      /** What the composer begins with, and which public comments go to the phone, too. */
      readonly newMessage: 'customer-reply' | 'internal-message';
      /** The agent's name stands before the text that the customer gets. */
      readonly agentName: boolean;
      readonly bridge: { readonly comments: 'off' | 'public' | 'prefixed'; readonly prefix: string };
      readonly problems: readonly ProblemView[];
      readonly unread: boolean;
      /** Sequence of the first message nobody has looked at, where something was looked at before. */
      readonly unreadFrom?: number;
      /** What this agent may do with the conversation now. */
      readonly actions: readonly ActionName[];
      /** The status that the close button moves the request to, where the project wants that. */
      readonly closingStatus?: string;
      readonly closed?: ClosedView;
      readonly locked?: { readonly at: string };
      /** `count`: messages since then. */
      readonly contactBlocked?: { readonly at: string; readonly count: number };
      readonly live: { readonly channel: string; readonly token?: string };
      readonly now: string;
    };

/** Calls that the tab offers as buttons where the conversation's state allows them. */
export type ActionName = Extract<
  CallName,
  | 'closeConversation'
  | 'reopenConversation'
  | 'pauseConversation'
  | 'activateConversation'
  | 'lockConversation'
  | 'unlockConversation'
  | 'blockContact'
  | 'unblockContact'
>;

/** How it was closed; `by` is an account id. */
export type ClosedView = {
  readonly at: string;
  readonly source: 'user' | 'automation' | 'customer' | 'provider' | 'time';
  readonly by?: string;
  readonly category?: string;
  readonly summary?: string;
  /** It was closed while its request stayed open: no status stands against it. */
  readonly beside: boolean;
  /** Taking the request out of the status that closed it makes it active again. */
  readonly reopensByStatus: boolean;
};

/** A business number and channel (`from`), and the customer's address there (`to`), as people read them. */
export type WayView = ComposerView & {
  readonly channel: ChannelName;
  readonly number: string;
  readonly from: string;
  readonly to: string;
};

/** Beside a request: its conversation in short, or how to start one. `refused` is looked up as `error.<code>`. */
export type PanelView =
  | {
      readonly kind: 'conversation';
      readonly state: 'active' | 'paused' | 'closed';
      readonly contact: { readonly name?: string; readonly address: string };
      readonly channel: ChannelName;
      readonly waitingOn: 'agent' | 'customer';
      readonly unread: boolean;
    }
  | {
      readonly kind: 'start';
      readonly refused?: string;
      readonly ways: readonly { readonly channel: ChannelName; readonly number: string; readonly from: string }[];
    };

export type ComposerView = {
  /** Absent: a message can be sent. `values` fill the sentence `blocked.<code>`. */
  readonly blocked?: { readonly code: string; readonly at?: string };
  /** The service window of WhatsApp; absent on SMS. */
  readonly window?: { readonly open: boolean; readonly until?: string };
  /** X13: templates may be sent this way, whatever the window. */
  readonly templates?: true;
  /** X12: files may go with a message, so many at most and each up to so many bytes. */
  readonly files?: { readonly maxBytes: number; readonly most: number };
  /** An answer may reply to one message: its customer sees which. */
  readonly quotes?: true;
  readonly maxCharacters: number;
  /** SMS only: more parts than `max` are refused, and warned about from `warn` on. */
  readonly parts?: { readonly warn: number; readonly max: number };
};

/** An effect on Jira that failed for good: `code` is looked up as `problem.<code>`. */
export type ProblemView = {
  readonly effect: string;
  readonly work: string;
  readonly code: string;
  readonly detail?: string;
  readonly at: string;
};

export type SendView = {
  readonly message: string;
  readonly status: string;
  readonly reason?: string;
  readonly detail?: string;
};

/** `asksFor`: the names of fields that requests of this type need and that no message fills; absent where there are none. */
export type RequestTypeView = { readonly id: string; readonly name: string; readonly asksFor?: readonly string[] };

export type SettingsView = {
  readonly project: { readonly id: string; readonly key: string };
  readonly providers: readonly ProviderView[];
  readonly connections: readonly ConnectionView[];
  readonly requestTypes: readonly RequestTypeView[];
  readonly rules: RulesView;
  readonly timeZone: string;
  readonly customers: {
    readonly domain: string;
    readonly domainIsDefault: boolean;
    readonly mayChangeDomain: boolean;
    /** How the customer becomes the reporter: absent until the first message tried it. */
    readonly reporter?: { readonly way: 'customer' | 'app'; readonly reason?: string };
  };
  readonly problems: readonly (ProblemView & { readonly issueKey?: string })[];
  /** Conversations without a request that wait for triage (X19), the oldest first. */
  readonly waiting: readonly WaitingView[];
};
