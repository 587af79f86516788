import type { App } from '../../src/app/call';
import type { Ports, Store } from '../../src/app/ports';
import { ports as real } from '../../src/forge/ports';
import { onPlatform } from '../forge/onPlatform';

type Transact = Store['transact'];
export type Fate = 'done' | 'lost' | 'refused';

type Wish = { readonly transact?: Transact; readonly batch?: Store['batch']; readonly rings?: () => void };

/** The app over the platform's own store, with a transaction that fails as told and a doorbell that is heard. */
export function turnWorld({ transact, batch, rings = () => undefined }: Wish = {}) {
  const rung: number[] = [];
  const quiet: Ports['log'] = { info: ignore, warn: ignore, error: ignore };
  const platform = onPlatform({
    replaced: {
      log: quiet,
      store: { ...real.store, ...(transact && { transact }), ...(batch && { batch }) },
      live: { publish: async () => undefined, subscribeToken: async () => undefined },
      queue: {
        async push(_, delaySeconds) {
          rings();
          rung.push(delaySeconds);
        },
      },
    },
  });
  const app: App = platform.app;
  return { ...platform, app, rung };
}

/** Transactions in order: done, done with the answer lost, or refused; from then on all are done. */
export function transactions(plan: Fate[]): Transact {
  return async (operations) => {
    const fate = plan.shift() ?? 'done';
    if (fate === 'refused') throw new Error('the store refuses');
    await real.store.transact(operations);
    if (fate === 'lost') throw new Error('no answer came');
  };
}

const ignore = () => undefined;

/** A batch that is no snapshot: `meanwhile` happens once, after all but the head was read. */
export function torn(meanwhile: () => Promise<unknown>): Store['batch'] {
  let isWhole = false;
  return async (refs) => {
    if (isWhole) return real.store.batch(refs);
    isWhole = true;
    const early = await real.store.batch(refs);
    await meanwhile();
    const [head] = await real.store.batch(refs.slice(0, 1));
    return [head, ...early.slice(1)];
  };
}
