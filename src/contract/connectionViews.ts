import type { Channel as ChannelName } from '../domain/contact';

/** What project settings show of providers, connections and their numbers. Times are ISO 8601. */
export type ProviderView = {
  readonly id: string;
  readonly title: string;
  readonly channels: readonly ChannelName[];
  readonly fields: readonly FieldView[];
  readonly numberFields: readonly {
    readonly name: 'receiver' | 'display';
    readonly label: string;
    readonly help: string;
    /** What is entered is a phone number. */
    readonly isPhone: boolean;
  }[];
};
export type FieldView = {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly secret: boolean;
  readonly generated: boolean;
  readonly optional: boolean;
  /** What the form starts with; may be empty. */
  readonly initial: string;
};

export type ConnectionView = {
  readonly id: string;
  readonly provider: string;
  readonly title: string;
  readonly webhookUrl: string;
  /** Stored values of fields that are not secret; a stored secret is named in `stored` only. */
  readonly values: Readonly<Record<string, string>>;
  readonly stored: readonly string[];
  readonly steps: readonly string[];
  /** Webhooks signed with replaced credentials are accepted until then. */
  readonly formerUntil?: string;
  readonly numbers: readonly NumberView[];
  /** Receivers of events nobody added, offered as *Add this number*. */
  readonly unclaimed: readonly {
    readonly receiver: string;
    readonly display: string;
    readonly channel: ChannelName;
    readonly count: number;
    readonly lastAt: string;
  }[];
  /** What the provider said when it was last asked. `since`: since when the connection has been as well, or as unwell. */
  readonly health?: {
    readonly works: boolean;
    readonly message: string;
    readonly troubles: readonly string[];
    /** Where the provider sends what customers write, looked up as `settings.webhook-goes.<state>`. */
    readonly webhook?: string;
    readonly at: string;
    readonly since: string;
  };
  /** Present while nothing is sent for a while, looked up as `settings.rest.<because>`. */
  readonly rest?: { readonly because: string; readonly since: string; readonly until: string };
  /** Webhooks refused for a wrong signature within the log's life: 100 stands for as many or more, here and below. */
  readonly refused: { readonly count: number; readonly lastAt?: string };
  /** Messages that the provider refused at once, and why it refused the last: a reason of the closed list and its own code. */
  readonly failed: {
    readonly count: number;
    readonly lastAt?: string;
    readonly reason?: string;
    readonly code?: string;
  };
  /** Present in shadow mode: webhooks let through although they failed verification, and why the last one did. */
  readonly shadow?: { readonly count: number; readonly lastAt?: string; readonly reason?: string };
};

export type NumberView = {
  readonly id: string;
  readonly receiver: string;
  readonly display: string;
  readonly channels: readonly NumberChannelView[];
};
export type NumberChannelView = {
  readonly channel: ChannelName;
  readonly requestTypeId: string;
  readonly routes?: readonly { readonly keyword: string; readonly requestTypeId: string }[];
  /** Its requests cannot be created as that type and become the fall-back type, since `at`; `detail` is Jira's own text. */
  readonly troubles?: readonly {
    readonly requestTypeId: string;
    readonly reason: 'gone' | 'field';
    readonly detail?: string;
    readonly at: string;
  }[];
};

export type CheckView = {
  readonly works: boolean;
  /** The provider's answer in plain words. */
  readonly message: string;
  readonly numbers: readonly {
    readonly receiver: string;
    readonly display: string;
    readonly channels: readonly ChannelName[];
    readonly added: boolean;
  }[];
};
