import { chanceFrom, type Chance } from '../../sandbox/chance';
import { one, pick } from './dice';
import { about, lineOf, message, newPen, token, who, type Pen } from './pen';
import { longerAnswers } from './answers';
import { archivedEnding, withDepartures } from './departures';
import { endingOf } from './endings';
import { furtherTrouble } from './furtherTrouble';
import { leaseLostEnding } from './leases';
import { scene } from './scenes';
import type { Step, Story } from './story';
import { PLAIN, rulesOf } from './storyRules';
import { themeOf } from './themes';
import { triageOf } from './triage';
import { dangers, faultsIn, trouble } from './trouble';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The story of a seed: always the same. At least 9 messages; and so much trouble that on average more than 5 faults strike. */
export function writeStory(seed: number): Story {
  const chance = chanceFrom({ seed: Math.imul(seed + 1, 0x9e3779b1) });
  const length = 14 + chance.below(14);
  const pen = newPen(chance);
  const theme = themeOf(pen);
  const opening = [...theme.scene, ...dangers(chance), message(pen), { kind: 'waits', ms: 2_000 } as const];
  const middle = Array.from({ length }, () => (chance.below(16) === 0 ? scene(pen) : [nextStep(pen)])).flat();
  const rest = [
    ...Array.from({ length: Math.max(0, 9 - pen.messages) }, () => message(pen)),
    ...Array.from({ length: Math.max(0, 8 - faultsIn(middle)) }, () => trouble(chance)),
  ];
  const steps = [...opening, ...shuffledInto(chance, middle, rest)];
  const rules = { ...rulesOf(chance), ...theme.rules };
  const otherRules = chance.below(2) === 0 ? PLAIN : rulesOf(chance);
  // Last of all dice, those of endings, of changes, of what goes past the composer and so on: what came before stays as it was.
  const ending = endingOf(pen);
  const changed = shuffledInto(chance, steps, changes(pen));
  const all = shuffledInto(chance, changed, besides(pen));
  const ticked = chance.below(8) === 0 ? { bridgeAutomation: true } : {};
  const triage = triageOf(pen);
  const lived = shuffledInto(chance, all, triage.decisions);
  const departed = withDepartures(chance, lived, ending.length + triage.last.length > 0);
  const archived = archivedEnding(pen, ending.length === 0);
  const alone = departed.map((step): readonly Step[] => [step]);
  const troubled = shuffledInto(chance, alone, furtherTrouble(pen));
  const answered = shuffledInto(chance, troubled, longerAnswers(pen)).flat();
  const endings = [...ending, ...archived, ...triage.last];
  const outlived = leaseLostEnding(pen, endings.length === 0);
  return {
    seed,
    rules: { ...rules, ...ticked, ...triage.rules },
    otherRules: { ...otherRules, ...triage.otherRules },
    steps: [...answered, ...endings, ...outlived],
  };
}

/** Templates, answers from the business's own phone, comments of automation, comments sent again: in every third story each. */
function besides(pen: Pen): readonly Step[] {
  const { chance } = pen;
  const written = Array.from({ length: chance.below(3) === 0 ? 1 + chance.below(2) : 0 }, (): Step => {
    const where = { phone: chance.below(2), desk: chance.below(8) === 0 ? 1 : 0 };
    return { kind: 'staff-writes', ...where, token: token(pen, 's') };
  });
  const sent = chance.below(3) === 0 ? [{ kind: 'templates', ...who(chance), token: token(pen, 't') } as const] : [];
  const automated = chance.below(3) === 0 ? [automation(pen)] : [];
  const again = chance.below(3) === 0 ? [resends(pen)] : [];
  return [...written, ...sent, ...automated, ...again];
}

/** Customers who think better of what they wrote: in every second story. */
function changes(pen: Pen): readonly Step[] {
  const { chance } = pen;
  return Array.from({ length: chance.below(2) * (1 + chance.below(3)) }, () => {
    const which = { phone: chance.below(2), back: chance.below(3) };
    return chance.below(2) === 0
      ? { kind: 'rewords', ...which, as: token(pen, 'r') }
      : { kind: 'takes-back', ...which };
  });
}

const automation = (pen: Pen): Step => ({
  kind: 'comments',
  ...who(pen.chance),
  token: token(pen, 'c'),
  prefixed: true,
  automated: true,
});

const resends = (pen: Pen): Step =>
  about(pen, ['c', 't'], (known) => ({ kind: 'resends', agent: pen.chance.below(2), token: known }));

const shuffledInto = <One>(chance: Chance, steps: readonly One[], rest: readonly One[]): readonly One[] =>
  rest.reduce<readonly One[]>((all, step) => {
    const at = chance.below(all.length + 1);
    return [...all.slice(0, at), step, ...all.slice(at)];
  }, steps);

function nextStep(pen: Pen): Step {
  const { chance } = pen;
  return pick<() => Step>(chance, [
    [22, () => message(pen)],
    [22, () => ({ kind: 'waits', ms: waitOf(chance) })],
    [28, () => trouble(chance)],
    [22, () => agentStep(pen)],
    [6, () => commentStep(pen)],
    [16, () => requestStep(pen)],
    [7, () => customerStep(pen)],
    [3, () => ({ kind: 'calm' })],
  ])();
}

function customerStep(pen: Pen): Step {
  const { chance } = pen;
  return pick<() => Step>(chance, [
    [3, () => ({ kind: 'word', ...lineOf(chance), word: one(chance, WORDS) })],
    [2, () => ({ kind: 'reacts', phone: chance.below(2) })],
    [1, () => ({ kind: 'new-phone', phone: chance.below(2) })],
    [2, () => ({ kind: 'portal', request: chance.below(4), token: token(pen, 'p') })],
  ])();
}

const WORDS = ['STOP', 'STOP', 'START', 'HELP', 'basta'];

function agentStep(pen: Pen): Step {
  const { chance } = pen;
  return pick<() => Step>(chance, [
    [10, () => ({ kind: 'answers', ...who(chance), token: token(pen, 'a') })],
    [2, () => about(pen, ['a'], (known) => ({ kind: 'answers-again', token: known }))],
    [8, () => ({ kind: 'comments', ...who(chance), token: token(pen, 'c'), prefixed: chance.below(2) === 0 })],
    [3, () => ({ kind: 'notes', ...who(chance), token: token(pen, 'n'), inTab: chance.below(3) === 0 })],
    [1, () => about(pen, ['a'], (known) => ({ kind: 'resends', agent: chance.below(2), token: known }))],
    [1, () => ({ kind: 'fetches-again', ...who(chance) })],
    [1, () => ({ kind: 'starts', agent: chance.below(2), phone: chance.below(2), channel: 'sms' })],
  ])();
}

/** What happens to a comment after it was written. */
function commentStep(pen: Pen): Step {
  return pick<() => Step>(pen.chance, [
    [3, () => about(pen, ['c', 'n'], (known) => ({ kind: 'edits', token: known, as: token(pen, 'e') }))],
    [2, () => about(pen, ['c'], (known) => ({ kind: 'corrects', token: known }))],
    [2, () => about(pen, ['n', 'c'], (known) => ({ kind: 'shows', token: known }))],
    [1, () => about(pen, ['c'], (known) => hides(known))],
    [1, () => about(pen, ['c'], (known) => ({ kind: 'removes', token: known }))],
  ])();
}

/** Every second one is restricted to a role. */
const hides = (token: string): Step => ({
  kind: 'hides',
  token,
  ...(Number(token.slice(1)) % 2 === 0 && { restricted: true }),
});

function requestStep({ chance }: Pen): Step {
  return pick<() => Step>(chance, [
    [14, () => ({ kind: 'moves', ...who(chance), transition: one(chance, TRANSITIONS) })],
    [10, () => ({ kind: 'orders', ...who(chance), call: one(chance, ORDERS) })],
    [4, () => ({ kind: 'opens-tab', ...who(chance) })],
    [1, () => ({ kind: 'relocates', ...who(chance), project: one(chance, ['OPS', 'OPS', 'DEV', 'SUP']) })],
    [2, () => ({ kind: one(chance, ['clones', 'merges', 'deletes', 'retypes'] as const), ...who(chance) })],
  ])();
}

const TRANSITIONS = ['Resolve', 'Resolve', 'Back to in progress', 'Respond to customer', 'Respond to support'];
const ORDERS = [
  'closeConversation',
  'pauseConversation',
  'activateConversation',
  'reopenConversation',
  'lockConversation',
  'unlockConversation',
  'blockContact',
  'unblockContact',
  'unblockContact',
];

const waitOf = (chance: Chance): number =>
  pick(chance, [
    [40, one(chance, [5, 50, 400, 1_500])],
    [40, one(chance, [3_500, 8_000, 20_000, MINUTE])],
    [16, one(chance, [4 * MINUTE, 11 * MINUTE])],
    [3, HOUR],
    [1, 25 * HOUR],
  ]);
