/** Prints each step of the start with the time it took. */
export function steps(): <T>(what: string, work: () => Promise<T>) => Promise<T> {
  return async (what, work) => {
    const begin = performance.now();
    const made = await work();
    console.log(`  ${what.padEnd(24)} ${((performance.now() - begin) / 1_000).toFixed(1)} s`);
    return made;
  };
}
