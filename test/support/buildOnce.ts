/** Runs once before all tests. */
export default async function buildOnce(): Promise<void> {
  await Promise.resolve();
}
