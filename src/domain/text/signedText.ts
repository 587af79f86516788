import type { Channel } from '../contact';

export type Signed = { readonly text: string; readonly channel: Channel; readonly signed?: string | undefined };

/** What the customer gets: where it is signed, the agent's name on a line of its own in bold (WhatsApp) or before the text (SMS). */
export function signedText({ text, channel, signed }: Signed): string {
  if (signed === undefined || text === '') return text;
  if (channel === 'sms') return `${signed}: ${text}`;
  return `*${signed.replaceAll('*', '')}*\n${text}`;
}
