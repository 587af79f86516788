import { useEffect, useState } from 'react';
import { useSite } from './site';

export type Loaded<Value> = { readonly value?: Value; readonly error?: string };

/** Loads now and again whenever the world changes; what was loaded stays in view until then. Another `key` starts afresh. */
export function useLoaded<Value>(key: string, load: () => Promise<Value>): Loaded<Value> {
  const { version } = useSite();
  const [loaded, setLoaded] = useState<Loaded<Value> & { readonly key: string }>({ key });

  useEffect(() => {
    let current = true;
    load().then(
      (value) => current && setLoaded({ key, value }),
      (error: unknown) =>
        current && setLoaded((before) => ({ ...(before.key === key && before), key, error: wordsOfError(error) })),
    );
    return () => void (current = false);
  }, [key, version]);

  return loaded.key === key ? loaded : {};
}

export const wordsOfError = (error: unknown): string => (error instanceof Error ? error.message : String(error));
