import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Serious and critical findings of axe, as sentences with the place, once nothing moves and nothing is pointed at. */
export async function findings(page: Page): Promise<string[]> {
  await page.mouse.move(0, 0);
  await page.evaluate(comeToRest);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ help, nodes }) => nodes.map(({ target }) => `${help}: ${target.join(' ')}`));
}

/** Colours half way through a fade are nobody's choice; a spinner that turns for ever is not waited for. */
async function comeToRest(): Promise<void> {
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}
