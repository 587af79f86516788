import { shortValue, type Channel, type ContactAddress } from '../contact';
import { digitsOf } from '../ids';
import { cleanText, shorten } from './cleanText';
import { fill } from './fill';
import type { SUMMARY_PLACEHOLDERS } from './placeholders';

export const CHANNEL_NAME: Record<Channel, string> = { whatsapp: 'WhatsApp', sms: 'SMS' };

/** Jira refuses longer summaries and line breaks in them (jira.md 1.2 and 3.5). */
const LONGEST_SUMMARY = 255;
/** A message in a summary is there to be recognized, not to be read. */
const LONGEST_TEXT = 100;

/** What a summary may tell. `text` is the first message, as Jira shows it. */
export type SummaryFacts = {
  readonly channel: Channel;
  readonly address: ContactAddress;
  readonly name?: string | undefined;
  readonly text: string;
};

/** X17: `WhatsApp request from 4915117607506`, or as the project's rule words it. One line that Jira takes, never empty. */
export function summaryOf(format: string, { channel, address, name, text }: SummaryFacts): string {
  const caller = callerOf(address, name);
  const values: Record<(typeof SUMMARY_PLACEHOLDERS)[number], string> = {
    channel: CHANNEL_NAME[channel],
    digits: caller,
    last4: address.kind === 'phone' ? digitsOf(address.phone).slice(-4) : shortValue(address),
    name: oneLine(name ?? '') || caller,
    text: shorten(oneLine(text), LONGEST_TEXT),
  };
  return shorten(oneLine(fill(format, values)) || caller, LONGEST_SUMMARY);
}

/** Who writes, as agents see it: digits, else the name, else what the address tells. */
export function callerOf(address: ContactAddress, name: string | undefined): string {
  if (address.kind === 'phone') return digitsOf(address.phone);
  const shown = oneLine(name ?? '');
  return shown === '' ? shortValue(address) : shown;
}

/** A text of people on one line, for summaries and names. */
export const oneLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim();
