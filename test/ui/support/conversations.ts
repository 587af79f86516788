import type { ConversationView, MessageView } from '../../../src/contract/views';

export type Conversation = Extract<ConversationView, { kind: 'conversation' }>;

/** Saturday, 10:53 in Berlin. */
export const NOW = '2026-11-21T09:53:00.000Z';

export const aMessage = (sequence: number, over: Partial<MessageView> = {}): MessageView => ({
  key: `10001.abc.1:${String(sequence).padStart(6, '0')}`,
  sequence,
  side: 'customer',
  author: { kind: 'customer', name: 'Ana Kovač' },
  channel: 'whatsapp',
  via: over.side === 'business' ? 'tab' : 'phone',
  at: '2026-11-21T09:05:00.000Z',
  body: { kind: 'text', text: `Message ${sequence}` },
  ...over,
});

export const anAnswer = (sequence: number, delivery: MessageView['delivery'], over: Partial<MessageView> = {}) =>
  aMessage(sequence, {
    side: 'business',
    author: { kind: 'agent', accountId: 'ben', name: 'Ben Weber' },
    ...(delivery && { delivery }),
    ...over,
  });

/** An active WhatsApp conversation, the window open until 14:05 in Berlin. */
export const aConversation = (over: Partial<Conversation> = {}): Conversation => ({
  kind: 'conversation',
  state: 'active',
  contact: { name: 'Ana Kovač', address: '+385991903327' },
  channel: 'whatsapp',
  from: '+4930901820',
  messages: [aMessage(1, { body: { kind: 'text', text: 'The printer is on fire' } })],
  ways: [
    {
      channel: 'whatsapp',
      number: 'aaaaaaaaaaaaaaaaaaaa',
      from: '+4930901820',
      to: '+385991903327',
      maxCharacters: 4096,
    },
  ],
  composer: { maxCharacters: 4096, window: { open: true, until: '2026-11-21T13:05:00.000Z' } },
  newMessage: 'customer-reply',
  agentName: false,
  bridge: { comments: 'public', prefix: '@customer' },
  problems: [],
  unread: false,
  actions: [],
  live: { channel: 'conversation:10001', token: 'token-1' },
  now: NOW,
  ...over,
});
