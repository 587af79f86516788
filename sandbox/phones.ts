import type { Agenda } from './agenda';
import { createFiles, type Files, type FilesState } from './files';

/** A message as a phone shows it. Times are ISO 8601; `id` is the provider's id. */
export type PhoneMessage = {
  readonly id: string;
  readonly side: 'customer' | 'business';
  readonly channel: 'whatsapp' | 'sms';
  readonly from: string;
  readonly to: string;
  readonly text?: string;
  readonly media?: PhoneMedia;
  readonly template?: string;
  /** Id of the message that it replies to. */
  readonly quotes?: string;
  /** Of a template. */
  readonly buttons?: readonly PhoneButton[];
  readonly at: string;
  readonly status?: Tick;
  /** When it first was delivered. */
  readonly deliveredAt?: string;
  /** The customer's emoji on this message. */
  readonly reaction?: string;
  readonly edited?: true;
  readonly deleted?: true;
};
/** A button that opens an address, copies a code, or answers with its words. */
export type PhoneButton = { readonly text: string; readonly url?: string; readonly code?: string };
export type PhoneMedia = {
  readonly kind: 'image' | 'video' | 'audio' | 'voice' | 'document' | 'sticker';
  readonly caption?: string;
  readonly fileName?: string;
  readonly mimeType?: string;
  /** Its bytes, in `Phones.files`. */
  readonly file?: string;
};
export type Tick = 'sent' | 'delivered' | 'read' | 'failed';
export type PhonesState = Record<string, { name: string; messages: PhoneMessage[] }>;

/** The customers' phones, each with WhatsApp and SMS. A number nobody has used yet is a phone as well. */
export type Phones = {
  /** What the messages' media consist of. */
  readonly files: Files;
  /** E.164, in the order in which they came up. */
  list(): readonly string[];
  /** The name of the person's WhatsApp profile; may be empty. */
  name(phone: string): string;
  setName(phone: string, name: string): void;
  /** Oldest first. */
  messages(phone: string): readonly PhoneMessage[];
  /** Shows a message, once per id. */
  show(phone: string, message: Omit<PhoneMessage, 'at'> & { readonly at?: number }): void;
  /** Moves the ticks of a message, never backwards. */
  tick(phone: string, id: string, status: Tick): void;
  /** What the customer does to a message that is there: react, edit, delete. Unknown ids are left alone. */
  change(phone: string, id: string, change: PhoneChange): void;
};
export type PhoneChange =
  | { readonly kind: 'reaction'; readonly emoji?: string }
  | { readonly kind: 'edit'; readonly text: string }
  | { readonly kind: 'deletion' };

/** Two phones in view, of invented people. */
export const newPhonesState = (): PhonesState => ({
  '+385991903327': { name: 'Ana Horvat', messages: [] },
  '+4915117607506': { name: 'Jonas Weber', messages: [] },
});

type PhonesParts = {
  readonly state: PhonesState;
  readonly agenda: Pick<Agenda, 'now'>;
  readonly files?: FilesState;
};

export function createPhones({ state: phones, agenda, files = {} }: PhonesParts): Phones {
  const of = (phone: string) => (phones[phone] ??= { name: '', messages: [] });
  const update = (phone: string, id: string, next: (message: PhoneMessage) => PhoneMessage) => {
    const one = of(phone);
    one.messages = one.messages.map((message) => (message.id === id ? next(message) : message));
  };
  return {
    files: createFiles(files),
    list: () => Object.keys(phones),
    name: (phone) => phones[phone]?.name ?? '',
    setName: (phone, name) => void (of(phone).name = name),
    messages: (phone) => phones[phone]?.messages ?? [],
    show(phone, { at, ...message }) {
      const { messages } = of(phone);
      if (messages.some((shown) => shown.id === message.id)) return;
      const shown = { ...message, at: new Date(at ?? agenda.now()).toISOString() };
      messages.push(shown);
      messages.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
    },
    tick: (phone, id, status) => update(phone, id, (message) => ticked(message, status, agenda.now())),
    change: (phone, id, change) => update(phone, id, (message) => changed(message, change)),
  };
}

const LADDER: readonly (Tick | undefined)[] = [undefined, 'sent', 'failed', 'delivered', 'read'];

function ticked(message: PhoneMessage, status: Tick, now: number): PhoneMessage {
  if (LADDER.indexOf(status) <= LADDER.indexOf(message.status)) return message;
  const isDelivered = status === 'delivered' || status === 'read';
  return {
    ...message,
    status,
    ...(isDelivered && { deliveredAt: message.deliveredAt ?? new Date(now).toISOString() }),
  };
}

function changed(message: PhoneMessage, change: PhoneChange): PhoneMessage {
  switch (change.kind) {
    case 'reaction':
      return { ...without(message, 'reaction'), ...(change.emoji && { reaction: change.emoji }) };
    case 'edit':
      return { ...message, text: change.text, edited: true };
    case 'deletion':
      return { ...without(message, 'text', 'media', 'reaction'), deleted: true };
  }
}

const without = (message: PhoneMessage, ...names: ('text' | 'media' | 'reaction')[]): PhoneMessage =>
  Object.fromEntries(Object.entries(message).filter(([name]) => !(names as string[]).includes(name))) as PhoneMessage;
