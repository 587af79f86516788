import type { Carrier } from '../carriers/carrier';

type Movable = {
  readonly carriers: ReadonlyMap<string, Carrier>;
  drive<T>(work: () => Promise<T>): Promise<T>;
};

/** A saved world may come up on another port: the webhook addresses pasted at the carriers move along. */
export async function rehost(world: Movable, from: string, to: string): Promise<void> {
  if (from === to) return;
  for (const carrier of world.carriers.values()) {
    const { url } = carrier.webhook();
    if (url?.startsWith(from)) await world.drive(() => carrier.setWebhook(to + url.slice(from.length)));
  }
}
