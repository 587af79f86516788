import type { World } from '../../sandbox/world';
import type { CustomerWish } from '../../sandbox/carriers/carrier';

export type Writing = Partial<Omit<CustomerWish, 'from' | 'channel' | 'text'>>;

/** A customer with a phone. What they do is done when everything it caused has settled, unless a step says otherwise. */
export class Phone {
  constructor(
    private readonly world: World,
    readonly number: string,
    private readonly businessNumber: (channel: 'whatsapp' | 'sms') => string,
  ) {}

  /** Writes on WhatsApp. */
  async writes(text: string, more: Writing = {}): Promise<string> {
    return this.sends({ channel: 'whatsapp', text, ...more });
  }

  /** Writes an SMS. */
  async texts(text: string, more: Writing = {}): Promise<string> {
    return this.sends({ channel: 'sms', text, ...more });
  }

  /** Writes several WhatsApp messages, one a second: WhatsApp tells whole seconds. */
  async writesInOneGo(...texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      this.send({ channel: 'whatsapp', text });
      await this.world.advance(1_000);
    }
    await this.world.idle(60_000);
  }

  /** Anything a carrier takes: media, reactions, edits, deletions. The provider's message id. */
  async sends(wish: Pick<CustomerWish, 'channel'> & Partial<Omit<CustomerWish, 'from'>>): Promise<string> {
    const id = this.send(wish);
    await this.world.idle(60_000);
    return id;
  }

  /** The same without waiting for what it causes. */
  send(wish: Pick<CustomerWish, 'channel'> & Partial<Omit<CustomerWish, 'from'>>): string {
    return this.world.customerWrites({ to: this.businessNumber(wish.channel), ...wish, from: this.number }).id;
  }

  messages() {
    return this.world.phones.messages(this.number);
  }

  /** What the customer sees, oldest first: both sides, both channels unless one is named. */
  screen(channel?: 'whatsapp' | 'sms'): readonly string[] {
    const shown = this.messages().filter((message) => !channel || message.channel === channel);
    return shown.map((message) => message.text ?? message.media?.caption ?? `[${message.media?.kind ?? 'message'}]`);
  }

  /** What the business wrote, oldest first. */
  answers(): readonly string[] {
    return this.messages().flatMap((message) => (message.side === 'business' ? [message.text ?? ''] : []));
  }
}
