import type { PhoneMessage } from '../api/sandbox';
import type { Marks } from './marks';

export type Step = { readonly id: string; readonly title: string; readonly help: string };

/** The six steps of the first screen. */
export const steps: readonly Step[] = [
  { id: 'write', title: 'Write', help: 'Send a WhatsApp or SMS message from one of the phones.' },
  {
    id: 'open',
    title: 'Open',
    help: 'It is in the customer’s open request, or in a new one: open that from the queue.',
  },
  { id: 'answer', title: 'Answer in OmniChat', help: 'Under Activity choose OmniChat and send a message.' },
  { id: 'comment', title: 'Answer by comment', help: 'Reply to customer under Comments: it reaches the phone, too.' },
  { id: 'jump', title: 'Jump 25 hours', help: 'Top right. WhatsApp’s 24-hour window closes; OmniChat says so.' },
  {
    id: 'resolve',
    title: 'Resolve and write again',
    help: 'Resolve the request with a comment, then write from the phone: a new, linked request opens.',
  },
];

/** Which steps really happened since the guide began: told by the phones, not by clicks alone. */
export function stepsDone(marks: Marks, messages: readonly PhoneMessage[]): ReadonlySet<string> {
  const since = marks.since ?? '';
  const fresh = messages.filter((message) => message.at >= since);
  const written = fresh.filter((message) => message.side === 'customer');
  const received = fresh.filter((message) => message.side === 'business');
  const commentArrived = received.some((message) => message.text?.trim() === marks.commented);
  const wroteAgain = received.length > 0 && written.some((message) => message.at > last(received).at);
  const done: readonly (readonly [string, boolean])[] = [
    ['write', written.length > 0],
    // A message changes the request it is in: one that was shown as it was before does not hold it.
    ['open', written.some(({ at }) => at <= (marks.shown ?? ''))],
    ['answer', marks.answered === true && received.length > 0],
    ['comment', marks.commented !== undefined && commentArrived],
    ['jump', marks.jumped === true],
    ['resolve', marks.resolved === true && wroteAgain],
  ];
  return new Set(done.filter(([, happened]) => happened).map(([id]) => id));
}

const last = (messages: readonly PhoneMessage[]): PhoneMessage =>
  messages.reduce((newest, one) => (one.at > newest.at ? one : newest));
