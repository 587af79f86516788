import type { LedgerEntry, PhoneMessage } from '../api/sandbox';

/** One line of *What just happened*, for people. */
export type Happening = {
  readonly at: string;
  readonly actor: 'Phone' | 'Provider' | 'OmniChat' | 'Jira';
  readonly text: string;
  readonly isBad: boolean;
};

type Owned = PhoneMessage & { readonly owner: string };

/** The traffic between phone, provider, app and Jira as a story, newest first. Reads and bookkeeping are left out. */
export function happenings(entries: readonly LedgerEntry[], messages: readonly Owned[]): readonly Happening[] {
  const lines = [...entries.flatMap((entry) => lineOf(entry) ?? []), ...messages.map(phoneLine)];
  return askedOnce(lines.sort((one, other) => (one.at < other.at ? 1 : -1))).slice(0, 40);
}

/** OmniChat looks after every provider each hour: of questions in a row one stands, or a jump of the clock would show nothing else. */
const askedOnce = (lines: readonly Happening[]): readonly Happening[] =>
  lines.filter(({ text }, index) => !text.startsWith(QUESTION) || !lines[index - 1]?.text.startsWith(QUESTION));

const names = { whatsapp: 'WhatsApp', sms: 'SMS' } as const;

function phoneLine({ at, side, channel, owner, text }: Owned): Happening {
  const words = text ? ` “${text.length > 40 ? `${text.slice(0, 40)}…` : text}”` : '';
  const what = side === 'customer' ? `${owner} wrote on ${names[channel]}` : `${owner} received on ${names[channel]}`;
  return { at, actor: 'Phone', text: what + words, isBad: false };
}

function lineOf(entry: LedgerEntry): Happening | undefined {
  const line = (actor: Happening['actor'], text: string, isBad = false) => ({ at: entry.at, actor, text, isBad });
  switch (entry.kind) {
    case 'carrier':
      return line(
        'Provider',
        `${ASKED[entry.method ?? ''] ?? 'was asked by OmniChat'} (${entry.provider ?? 'unknown'})`,
      );
    case 'invocation':
      return entry.function === 'receive'
        ? line('OmniChat', `took a webhook in, ${Math.round(entry.ms ?? 0)} ms`)
        : undefined;
    case 'jira': {
      const text = jiraWrite(entry);
      const isBad = (entry.status ?? 200) >= 400;
      return text ? line('Jira', isBad ? `${text}: refused with ${entry.status ?? ''}` : text, isBad) : undefined;
    }
    case 'kvs':
    case 'queue':
      return undefined;
  }
}

const QUESTION = 'was asked by OmniChat for a file, a list or its state';
const ASKED: Readonly<Record<string, string>> = {
  POST: 'was asked by OmniChat to send a message',
  GET: QUESTION,
};

const writes: readonly (readonly [RegExp, string])[] = [
  [/^POST \S*\/issue$/, 'request created'],
  [/^POST \S*\/request$/, 'request created'],
  [/^POST \S*\/comment$/, 'comment written'],
  [/^PUT \S*\/comment\/[^/]+$/, 'comment extended'],
  [/^PUT \S*\/issue\/[^/]+$/, 'description updated'],
  [/^PUT \S*\/properties\/omnichat$/, 'OmniChat facts updated'],
  [/^POST \S*\/issueLink$/, 'requests linked'],
  [/^POST \S*\/transitions$/, 'status changed'],
  [/^POST \S*\/servicedeskapi\/customer$/, 'customer created'],
  [/^POST \S*\/servicedesk\/\d+\/customer$/, 'customer added to the service project'],
];

function jiraWrite({ method = '', path = '' }: LedgerEntry): string | undefined {
  const call = `${method} ${path.split('?')[0] ?? ''}`;
  return writes.find(([pattern]) => pattern.test(call))?.[1];
}
