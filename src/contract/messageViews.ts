import type { CommentChange } from '../domain/message';
import type { Channel } from '../domain/contact';

/** One row of the tab. */
export type MessageView = {
  readonly key: string;
  readonly sequence: number;
  readonly side: 'customer' | 'business';
  /** Agents are named by account id: the screen draws their name and avatar. */
  readonly author:
    | { readonly kind: 'customer'; readonly name: string }
    | { readonly kind: 'agent'; readonly accountId: string; readonly name?: string }
    | { readonly kind: 'staff' }
    | { readonly kind: 'auto-reply' }
    | { readonly kind: 'notice' };
  readonly channel: Channel;
  readonly at: string;
  /** Where it was written: on a phone (the customer's, or staff's outside OmniChat), in the portal, in this tab, as a comment, or by a rule. */
  readonly via: 'phone' | 'portal' | 'tab' | 'comment' | 'rule';
  readonly body: BodyView;
  /**
   * What became of the comment in Jira after the customer got its text; looked up as `comment.<change>`. `isFileAdded`: besides, it
   * shows a file that the customer did not get.
   */
  readonly comment?: { readonly change: CommentChange; readonly at: string; readonly isFileAdded?: true };
  /** It tells what an edited comment says now. */
  readonly isCorrection?: true;
  /** What it replies to, shortened. */
  readonly quoted?: string;
  /** The business number whose answers may quote it; absent where none may. */
  readonly quotableFrom?: string;
  /** What the customer typed had so many characters: OmniChat kept the beginning. */
  readonly fullLength?: number;
  /** The advertisement or post that made the customer write; `url` is a web address. */
  readonly referral?: { readonly text?: string; readonly url?: string };
  /** It came after this request was done and went on in another one, named once that exists. */
  readonly movedTo?: { readonly issueKey?: string };
  /** The key of the message that a reaction, an edit or a deletion speaks about, where that one is on the same page. */
  readonly about?: string;
  /** Outbound only. `reason` is looked up as `failure.<reason>`; `detail` is the provider's own text. */
  readonly delivery?: {
    readonly status: string;
    readonly at: string;
    readonly reason?: string;
    readonly detail?: string;
    /** Queued only: why it is not on its way yet, looked up as `delivery.waits.<because>`, and when it is tried next. */
    readonly waits?: { readonly because: string; readonly until: string };
    /** What the provider charges, as it spells it: `0.0333 EUR`. */
    readonly price?: string;
  };
};

/** `text` is what the customer or agent typed. For other kinds `kind` is looked up as `kind.<kind>` and text is its caption. */
export type BodyView = {
  readonly kind: string;
  readonly text?: string;
  readonly detail?: string;
  /** Of a template: as WhatsApp spells it. */
  readonly language?: string;
  /** Of kinds that are a file. */
  readonly file?: FileView;
};

/** `href` opens it in the browser; `size` in bytes; `reason` is looked up as `missing.<reason>`. */
export type FileView =
  | { readonly state: 'there'; readonly href: string; readonly name: string; readonly size: number }
  | { readonly state: 'on-its-way' }
  | { readonly state: 'missing'; readonly reason: string };
