import type { Channel, ContactAddress } from '../contact';
import { digitsOf } from '../ids';
import { cleanText, shorten } from './cleanText';

export const CHANNEL_NAME: Record<Channel, string> = { whatsapp: 'WhatsApp', sms: 'SMS' };

/** Jira refuses longer summaries and line breaks in them (jira.md 1.2 and 3.5). */
const LONGEST_SUMMARY = 255;

/** `WhatsApp request from 4915117607506`: digits without a plus; without a number the name, without a name the last 6 of the id. */
export function summaryOf(channel: Channel, address: ContactAddress, name?: string): string {
  return shorten(`${CHANNEL_NAME[channel]} request from ${callerOf(address, name)}`, LONGEST_SUMMARY);
}

/** Who writes, as agents see it: digits, else the name, else the last 6 of the WhatsApp user id. */
export function callerOf(address: ContactAddress, name: string | undefined): string {
  if (address.kind === 'phone') return digitsOf(address.phone);
  const shown = oneLine(name ?? '');
  return shown === '' ? address.userId.slice(-6) : shown;
}

/** A text of people on one line, for summaries and names. */
export const oneLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim();
