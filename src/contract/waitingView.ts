import type { Channel as ChannelName } from '../domain/contact';

/** A conversation that waits for triage (X19). `text` is what it began with. */
export type WaitingView = {
  readonly conversation: string;
  readonly name?: string;
  readonly address: string;
  readonly channel: ChannelName;
  readonly text: string;
  readonly messages: number;
  readonly at: string;
};
