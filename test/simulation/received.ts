import { z } from 'zod';
import type { Delivery } from '../../sandbox/carriers/delivery';
import { textOf } from '../../sandbox/carriers/account';

/** One thing that a webhook held, by the provider's id: a customer's message, an echo of staff, or how far a message of ours came. */
export type Held = { readonly kind: 'message' | 'echo' | 'report'; readonly id: string; readonly status?: string };

/** What a provider posted, read past the app's own gateways. What tells of no message is left out: templates, new phones. */
export function heldIn({ provider, call }: Delivery): readonly Held[] {
  const held = READERS[provider];
  if (!held) throw new Error(`the books do not know what ${provider} posts`);
  return held(textOf(call));
}

const MetaBody = z.object({
  entry: z.array(
    z.object({
      changes: z.array(
        z.object({
          value: z.object({
            messages: z.array(z.object({ id: z.string(), type: z.string() })).default([]),
            message_echoes: z.array(z.object({ id: z.string() })).default([]),
            statuses: z.array(z.object({ id: z.string(), status: z.string() })).default([]),
          }),
        }),
      ),
    }),
  ),
});

const heldByMeta = (body: string): readonly Held[] =>
  MetaBody.parse(JSON.parse(body)).entry.flatMap(({ changes }) =>
    changes.flatMap(({ value }): Held[] => [
      ...value.messages.filter(({ type }) => type !== 'system').map(({ id }) => ({ kind: 'message' as const, id })),
      ...value.message_echoes.map(({ id }) => ({ kind: 'echo' as const, id })),
      ...value.statuses.map(({ id, status }) => ({ kind: 'report' as const, id, status })),
    ]),
  );

function heldByTwilio(body: string): readonly Held[] {
  const form = new URLSearchParams(body);
  const id = form.get('MessageSid') ?? '';
  const status = form.get('MessageStatus');
  return [status === null ? { kind: 'message', id } : { kind: 'report', id, status }];
}

const MessageBirdBody = z.object({
  type: z.string(),
  message: z.object({ id: z.string(), direction: z.string(), status: z.string() }).optional(),
});

/** Of a message of ours the first word is no report: it says that there is one. */
function heldByMessageBird(body: string): readonly Held[] {
  const { type, message } = MessageBirdBody.parse(JSON.parse(body));
  if (!message) return [];
  const { id, direction, status } = message;
  if (direction === 'received') return [{ kind: 'message', id }];
  return type === 'message.updated' ? [{ kind: 'report', id, status }] : [];
}

const READERS: Readonly<Record<string, (body: string) => readonly Held[]>> = {
  meta: heldByMeta,
  twilio: heldByTwilio,
  messagebird: heldByMessageBird,
};

/** How often each thing was posted, by how it was answered: 200, refused with a 4xx, put off with a 503, or not at all. */
export type Received = Held & { taken: number; refused: number; putOff: number; unanswered: number };

export type ReceivedBook = {
  readonly things: Map<string, Received>;
  /** Webhooks by their answer, whatever they held. */
  readonly answers: Record<Answer, number>;
};
type Answer = 'taken' | 'refused' | 'putOff' | 'unanswered';

export const newReceivedBook = (): ReceivedBook => ({
  things: new Map(),
  answers: { taken: 0, refused: 0, putOff: 0, unanswered: 0 },
});

export function noteReceived({ things, answers }: ReceivedBook, delivery: Delivery): void {
  const answer = answerOf(delivery.status);
  answers[answer] += 1;
  for (const held of heldIn(delivery)) {
    const name = [delivery.provider, held.kind, held.id, held.status].join(' ');
    const thing = things.get(name) ?? { ...held, taken: 0, refused: 0, putOff: 0, unanswered: 0 };
    thing[answer] += 1;
    things.set(name, thing);
  }
}

function answerOf(status: number): Answer {
  if (status >= 200 && status < 300) return 'taken';
  if (status >= 400 && status < 500) return 'refused';
  return status === 503 ? 'putOff' : 'unanswered';
}
