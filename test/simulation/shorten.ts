import type { Story, Step } from './story';
import { PLAIN } from './storyRules';

/** Does this story still fail in the same way? */
export type StillFails = (story: Story) => Promise<boolean>;

/**
 * The shortest story that still fails: large pieces are left out first, then smaller ones, then single steps, until none
 * can be left out. What is left says what it takes.
 */
export async function shorten(story: Story, fails: StillFails): Promise<Story> {
  let steps: readonly Step[] = story.steps;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < steps.length;) {
      const fewer = [...steps.slice(0, from), ...steps.slice(from + size)];
      if (await fails({ ...story, steps: fewer })) steps = fewer;
      else from += size;
    }
  }
  return simplified({ ...story, steps }, fails);
}

/** Rules that make no difference are left out, faults that strike often strike once. */
async function simplified(story: Story, fails: StillFails): Promise<Story> {
  let best = story;
  const attempt = async (simpler: Story) => {
    if (await fails(simpler)) best = simpler;
  };
  await attempt({ ...best, rules: PLAIN });
  await attempt({ ...best, otherRules: PLAIN });
  for (const name of Object.keys(best.rules) as (keyof Story['rules'])[]) {
    const { [name]: _, ...rules } = best.rules;
    await attempt({ ...best, rules });
  }
  for (const [index, step] of best.steps.entries()) {
    if (step.kind !== 'fault' || step.fault.times === 1) continue;
    const once = { ...step, fault: { ...step.fault, times: 1 } };
    await attempt({ ...best, steps: best.steps.with(index, once) });
  }
  return best;
}
