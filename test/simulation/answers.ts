import { one } from './dice';
import { message, token, who, type Pen } from './pen';
import type { MoreToSay, Step } from './story';
import { fileTrouble } from './trouble';

/**
 * Answers that bring more than a few words, and notes that show a file: in every third story up to three. Half of the answers
 * follow a message of the customer, and trouble on the way of their files.
 */
export function longerAnswers(pen: Pen): readonly (readonly Step[])[] {
  const { chance } = pen;
  if (chance.below(3) > 0) return [];
  return Array.from({ length: 1 + chance.below(3) }, () => {
    if (chance.below(5) === 0)
      return [{ kind: 'notes', ...who(chance), token: token(pen, 'n'), inTab: false, file: token(pen, 'f') }];
    if (chance.below(2) === 0) return [answer(pen, who(chance))];
    const asked: Step = message(pen);
    const goesWrong = chance.below(3) > 0 ? [fileTrouble(chance)] : [];
    return [asked, { kind: 'waits', ms: 20_000 }, ...goesWrong, answer(pen, { agent: 0, request: -1 })];
  });
}

const answer = (pen: Pen, where: { agent: number; request: number }): Step => ({
  kind: 'answers',
  ...where,
  token: token(pen, 'a'),
  more: more(pen),
});

const more = (pen: Pen): MoreToSay =>
  one<() => MoreToSay>(pen.chance, [
    () => ({ files: [token(pen, 'f')] }),
    () => ({ files: [token(pen, 'f')] }),
    () => ({ files: [token(pen, 'f'), token(pen, 'f')] }),
    () => ({ quotes: pen.chance.below(3) }),
    () => ({ quotes: pen.chance.below(3), files: [token(pen, 'f')] }),
    () => ({ length: 'long' }),
    () => ({ length: 'long' }),
    () => ({ length: 'too-long' }),
  ])();
