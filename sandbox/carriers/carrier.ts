import type { Agenda } from '../agenda';
import type { Chance } from '../chance';
import type { HttpCall, HttpReply, WebTriggerDoor } from '../doors';
import type { Faults } from '../faults';
import type { Ledger } from '../ledger';
import type { PhoneMedia, Phones, Tick } from '../phones';
import type { Delivered } from './delivery';
import type { DemoTemplate } from './demoTemplates';

/** The other end of a provider: its API, its signed webhooks, its delivery reports and its 24-hour window. */
export type Carrier = {
  readonly id: string;
  readonly title: string;
  /** Whose requests come here. */
  readonly hosts: readonly string[];
  readonly proof: Proof;
  /** As the account's console shows them, in the words of the app's own form. */
  credentials(): Readonly<Record<string, string>>;
  /** One row per number and channel. */
  numbers(): readonly BusinessNumber[];
  addNumber(wanted: { readonly channel: Channel; readonly number: string }): BusinessNumber;
  webhook(): { readonly url?: string; readonly lastStatus?: number };
  /** Pastes the webhook address into the console. Meta asks the address first whether it is ours. */
  setWebhook(url: string): Promise<{ readonly ok: boolean; readonly message: string }>;
  /** Answers a request to the provider's API. */
  handle(call: HttpCall): Promise<HttpReply>;
  /** @throws when the business number is not this carrier's, or the channel cannot carry it. */
  customerWrites(wish: CustomerWish): { readonly id: string };
  /** Staff write outside the API, e.g. in the WhatsApp Business app; absent where the provider tells of no such messages. @throws as above. */
  staffWrites?(wish: StaffWish): { readonly id: string };
  /** Staff close a customer's WhatsApp conversation in the provider's own inbox; absent where the provider tells of no such thing. */
  closesConversation?(wish: Pick<StaffWish, 'from' | 'to'>): void;
  /** Every request that came to the API, oldest first, the newest 500. */
  outbox(): readonly HttpCall[];
  setSwitches(switches: Partial<Switches>): void;
  /** WhatsApp pauses a template of the account; a provider that tells of it does. */
  pauseTemplate?(name: string): void;
};

/** How a webhook proves who sent it: in which header, whether over its body, and whether the proof grows old. */
export type Proof = { readonly header: string; readonly coversBody: boolean; readonly ages: boolean };

export type Channel = 'whatsapp' | 'sms';

/** `receiver` is how webhooks and sends name the number. */
export type BusinessNumber = { readonly channel: Channel; readonly number: string; readonly receiver: string };

/** What a customer does. `from` and `to` are E.164; `at` is the provider's time where it is not now (epoch ms or ISO 8601). */
export type CustomerWish = {
  readonly from: string;
  readonly channel: Channel;
  readonly to: string;
  readonly text?: string;
  readonly media?: CustomerMedia;
  readonly reaction?: { readonly target: string; readonly emoji?: string };
  readonly edit?: { readonly target: string; readonly text: string };
  readonly deletion?: { readonly target: string };
  /** The customer goes on with another phone, and WhatsApp tells of it. */
  readonly newPhone?: string;
  /** The message this one replies to. */
  readonly quotes?: string;
  /** The text is that of a quick reply below the message it quotes: pressed, not typed. */
  readonly pressed?: boolean;
  /** What WhatsApp tells the business about who writes. Default: the phone number. */
  readonly identity?: 'phone' | 'user-id' | 'both';
  /** Sets the name of the WhatsApp profile. */
  readonly name?: string;
  readonly at?: number | string;
};

/** `from` is a business number of the carrier, `to` the customer's phone; both E.164. */
export type StaffWish = { readonly from: string; readonly to: string; readonly text: string };

/** `base64` are the bytes; a customer who brings none sends a sample of the kind. */
export type CustomerMedia = PhoneMedia & { readonly base64?: string };

/** `copies`: every webhook comes that many times more. `lateRefusals`: what could be refused at once fails in a report. */
export type Switches = { copies: number; lateRefusals: boolean };

export type CarrierParts = {
  /** This carrier's piece of the world's JSON state: empty in a new world, filled by the carrier. */
  readonly state: Partial<CarrierState>;
  readonly agenda: Agenda;
  readonly chance: Chance;
  readonly faults: Faults;
  readonly ledger: Ledger;
  readonly phones: Phones;
  readonly webTrigger: WebTriggerDoor;
  readonly delivered?: Delivered;
  /** Fetches a file from a link in a send, as the provider does. */
  readonly fetchLink: FetchLink;
};

export type FetchLink = (url: string) => HttpReply;

/** One account, as plain JSON. Keys of `lastInbound` and `optedOut` are made by `lineOf`. */
export type CarrierState = {
  credentials: Record<string, string>;
  numbers: BusinessNumber[];
  webhook: { url?: string; lastStatus?: number };
  lastInbound: Record<string, number>;
  optedOut: string[];
  /** WhatsApp user ids by phone. */
  userIds: Record<string, string>;
  sent: SentMessage[];
  outbox: HttpCall[];
  switches: Switches;
  pausedTemplates?: string[];
  /** Others than those of the demo account. */
  templates?: readonly DemoTemplate[];
  /** First answers by idempotency key, where the provider knows such keys. */
  answered?: Record<string, FirstAnswer>;
  /** Customers' files that the business may fetch, by the provider's id: `file` is the phone's. */
  files?: Record<string, { readonly file: string; readonly at: number }>;
};

export type FirstAnswer = {
  readonly at: number;
  readonly asked: string;
  readonly status: number;
  readonly body: string;
};

/** `to` is as the sender spelled it. */
export type SentMessage = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly at: number;
  status: Tick | 'queued';
};
