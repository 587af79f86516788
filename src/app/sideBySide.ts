/** So many heads are worked on at a time: each waits for the network most of the time. */
const WORKERS = 8;

/** Does the work for every item, 8 at a time, in the order given. `work` must not reject. */
export async function sideBySide<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
}
