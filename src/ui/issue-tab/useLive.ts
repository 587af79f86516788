import { useEffect, useRef, useState } from 'react';
import { realtime } from '@forge/bridge';

/** Events of a short drop are told again, so that nothing falls between two subscriptions. */
const REPLAY_SECONDS = 30;
const RETRY_MS = 30_000;

export type LiveChannel = { readonly channel: string; readonly token?: string };

/**
 * Subscribes to the conversation's channel and calls `changed` on every event. False while there is no subscription:
 * then the caller polls. A dropped one is tried again with the newest token.
 */
export function useLive(live: LiveChannel | undefined, changed: () => void): boolean {
  const [up, setUp] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const latest = useRef({ live, changed });
  latest.current = { live, changed };
  const channel = live?.channel;
  useEffect(() => {
    if (channel === undefined) return undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    return subscribe(channel, latest.current.live?.token, {
      up: () => setUp(true),
      changed: () => latest.current.changed(),
      down: () => {
        setUp(false);
        clearTimeout(again);
        again = setTimeout(() => setAttempt((before) => before + 1), RETRY_MS);
      },
      ended: () => clearTimeout(again),
    });
  }, [channel, attempt]);
  return up;
}

type Listener = Readonly<Record<'up' | 'down' | 'changed' | 'ended', () => void>>;

/** Returns how to end it. After that the listener hears nothing more. */
function subscribe(channel: string, token: string | undefined, listener: Listener): () => void {
  let ended = false;
  const tell = (what: 'up' | 'down' | 'changed') => (): void => {
    if (!ended) listener[what]();
  };
  const onEvent = (_payload: unknown, error?: Error): void => {
    if (error) tell('down')();
    tell('changed')();
  };
  const options = { replaySeconds: REPLAY_SECONDS, ...(token !== undefined && { token }) };
  const subscribing = realtime.subscribeGlobal(channel, onEvent, options);
  subscribing.then(tell('up'), tell('down'));
  return () => {
    ended = true;
    listener.ended();
    // When ending it fails nothing is lost: its events are not heard any more.
    subscribing.then((subscription) => subscription.unsubscribe()).catch(() => undefined);
  };
}
