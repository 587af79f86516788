import type { ConversationRules } from '../../src/domain/conversationRules';
import { one, pick } from './dice';
import { token, type Pen } from './pen';
import type { Step } from './story';
import { STATUS_NOTICES, TALKATIVE } from './storyRules';

/** What a story begins with, and the rules that give it a meaning. Most stories have none. */
export type Theme = { readonly rules: Partial<ConversationRules>; readonly scene: readonly Step[] };

const NONE: Theme = { rules: {}, scene: [] };

/** Rules whose laws can be broken only in one order of things, which chance would bring about once in hundreds of stories. */
export const themeOf = (pen: Pen): Theme =>
  pick<() => Theme>(pen.chance, [
    [13, () => NONE],
    [1, () => greetedTwice(pen)],
    [1, () => toldTwice(pen)],
    [1, () => withdrawn(pen)],
  ])();

/** A request is resolved and the customer writes again within the hour. */
const greetedTwice = (pen: Pen): Theme => ({
  rules: { ...TALKATIVE, coolDownMinutes: 60, afterClose: 'new', smallTalk: false },
  scene: [
    writes(pen),
    waits(20_000),
    { kind: 'moves', agent: 0, request: 0, transition: 'Resolve' },
    waits(60_000),
    writes(pen),
    waits(20_000),
  ],
});

/** A request enters the same status again. */
const toldTwice = (pen: Pen): Theme => ({
  rules: { statusNotices: STATUS_NOTICES, coolDownMinutes: 0 },
  scene: [
    writes(pen),
    waits(20_000),
    { kind: 'moves', agent: 0, request: 0, transition: 'Respond to customer' },
    waits(60_000),
    { kind: 'moves', agent: 0, request: 0, transition: 'Respond to support' },
    waits(60_000),
    { kind: 'moves', agent: 0, request: 0, transition: 'Respond to customer' },
    waits(60_000),
  ],
});

/** The provider wants us to wait with an answer; meanwhile the agent thinks better of it. */
function withdrawn(pen: Pen): Theme {
  const comment = token(pen, 'c');
  return {
    rules: { bridge: 'public' },
    scene: [
      writes(pen),
      waits(20_000),
      { kind: 'fault', fault: { at: 'carrier.send', kind: '429', times: 1, retryAfterSeconds: 120 } },
      { kind: 'comments', agent: 0, request: 0, token: comment, prefixed: true },
      waits(20_000),
      { ...one(pen.chance, TAKEN_BACK), token: comment },
      waits(4 * 60_000),
    ],
  };
}

/** Always the same customer: what the scene is about is one conversation after the other. */
function writes(pen: Pen): Step {
  pen.messages += 1;
  return { kind: 'writes', phone: 0, channel: 'whatsapp', desk: 0, token: `m${pen.messages}` };
}

const waits = (ms: number): Step => ({ kind: 'waits', ms });

const TAKEN_BACK = [{ kind: 'hides' }, { kind: 'removes' }, { kind: 'hides', restricted: true }] as const;
