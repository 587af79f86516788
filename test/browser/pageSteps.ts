import type { Locator, Page } from 'playwright-core';

export const ANA = '+385991903327';
export const JONAS = '+4915117607506';

/** What people do on the page, in their words. */
export const phoneOf = (page: Page, number: string): Locator => page.getByTestId(`phone-${number}`);

export async function writes(page: Page, number: string, text: string): Promise<void> {
  const phone = phoneOf(page, number);
  await phone.getByPlaceholder('Message').fill(text);
  await phone.getByRole('button', { name: 'Send', exact: true }).click();
  await phone.getByTestId('bubble').filter({ hasText: text }).waitFor();
}

export async function openRequest(page: Page, summary: string): Promise<void> {
  await page.getByRole('link', { name: summary }).first().click();
  await page.getByTestId('issue-view').waitFor();
}

/** The app's own screen under Activity. */
export async function openTab(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'OmniChat', exact: true }).click();
  const screen = page.getByTestId('screen-issue-tab');
  await screen.getByPlaceholder('Reply to customer').waitFor();
  return screen;
}

export async function answersInTab(screen: Locator, text: string): Promise<void> {
  await screen.getByPlaceholder('Reply to customer').fill(text);
  await screen.getByRole('button', { name: 'Send message' }).click();
}

export async function repliesByComment(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Comments', exact: true }).click();
  await page.getByRole('button', { name: 'Reply to customer' }).click();
  await page.getByRole('textbox', { name: 'Reply to customer' }).fill(text);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
}

export async function resolves(page: Page, comment: string): Promise<void> {
  await page.getByTestId('status-menu--trigger').click();
  await page
    .getByRole('menuitem', { name: /resolve/i })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Respond to customer').fill(comment);
  await dialog.getByRole('button', { name: /resolve/i }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Waits until the phone shows a message of the business with these words. */
export async function phoneShows(page: Page, number: string, text: string): Promise<Locator> {
  const bubble = phoneOf(page, number).locator('.bubble-business').filter({ hasText: text });
  await bubble.waitFor();
  return bubble;
}

export const stepIsTicked = (page: Page, step: string): Promise<void> =>
  page.locator(`[data-testid="step-${step}"].guide-step-done`).waitFor();
