import { COMMENTS_AND_OMNICHAT } from '../../src/domain/presets';
import type { ConversationRules } from '../../src/domain/conversationRules';
import { headOf, type ConversationId } from '../../src/domain/ids';
import type { PhoneMessage } from '../../sandbox/phones';
import type { Run } from './books';
import { DESKS } from './people';
import type { World } from '../../sandbox/world';
import type { Conversation } from '../../src/domain/conversation';
import type { Contact } from '../../src/domain/contact';
import { typedText } from '../../src/domain/content';
import type { Head } from '../../src/domain/head';
import type { Message } from '../../src/domain/message';

const known = new WeakMap<World, { readonly calls: number; readonly records: AppRecords }>();

/** The app's records as they lie in the store, read past the app; again only after the app has called its platform. */
export function recordsOf(world: World): AppRecords {
  const { callsMade: calls } = world.platform;
  const last = known.get(world);
  if (last?.calls === calls) return last.records;
  const records = readRecords(world);
  known.set(world, { calls, records });
  return records;
}

function readRecords(world: World) {
  const { entities, plain } = world.state.platform.kvs;
  const docs = (name: string): readonly unknown[] =>
    Object.values(entities[name] ?? {}).flatMap((versions) => {
      const record = versions.at(-1)?.record;
      return record ? [(record.value as { doc: unknown }).doc] : [];
    });
  const heads = (docs('head') as Head[]).filter(({ sameAs }) => sameAs === undefined);
  const parked = Object.entries(plain).flatMap(([key, versions]) => {
    const value = key.startsWith('conversation:') ? versions.at(-1)?.record?.value : undefined;
    return value === undefined ? [] : [value as Conversation];
  });
  const active = heads.flatMap((head) => Object.values(head.active));
  const activeIds = new Set(active.map(({ id }) => id));
  return {
    heads,
    contacts: docs('contact') as Contact[],
    messages: docs('message') as Message[],
    active,
    /** Every conversation once, as it is now. */
    conversations: [...active, ...parked.filter(({ id }) => !activeIds.has(id))],
    webhooksRefused: Object.keys(plain).filter((key) => key.startsWith('log:')).length,
  };
}

export type AppRecords = ReturnType<typeof readRecords>;

/** The desk that a conversation began at. */
export const deskOf = ({ world }: Pick<Run, 'world'>, id: ConversationId): (typeof DESKS)[number] =>
  world.state.jira.projects[0]?.id === headOf(id).project ? DESKS[0] : DESKS[1];

/** The rules that a conversation lives by: those of its desk. */
export const rulesFor = (run: Run, id: ConversationId): ConversationRules => rulesAtDesk(run, deskOf(run, id));

export const rulesAtDesk = ({ story }: Run, desk: (typeof DESKS)[number]): ConversationRules => ({
  ...COMMENTS_AND_OMNICHAT,
  ...(desk === DESKS[0] ? story.rules : story.otherRules),
});

/** The rules of the conversation that a request belongs to; those of its project where OmniChat knows of none, or not yet. */
export function rulesAt(run: Run, issueKey: string): ConversationRules {
  const issueId = Object.values(run.world.state.jira.issues).find(({ key }) => key === issueKey)?.id;
  const conversation = recordsOf(run.world).conversations.find(({ request }) => request?.issueId === issueId);
  const desk = DESKS.find(({ project }) => issueKey.startsWith(`${project}-`)) ?? DESKS[0];
  return conversation ? rulesFor(run, conversation.id) : rulesAtDesk(run, desk);
}

/** What was typed. */
export const textOfMessage = ({ content }: Message): string => typedText(content) ?? '';

/** Sent by OmniChat: what staff write past it says so. */
export const isOurs = ({ side, text = '' }: Pick<PhoneMessage, 'side' | 'text'>): boolean =>
  side === 'business' && !/^s\d+ from the shop$/.test(text);

/** Does the text hold the token as a word of its own? */
export const holds = (text: string, token: string): boolean => new RegExp(`\\b${token}\\b`).test(text);
export const countOf = (text: string, token: string): number =>
  text.match(new RegExp(`\\b${token}\\b`, 'g'))?.length ?? 0;
