import { useEffect, useRef } from 'react';

/** Polling costs compute of the customer's installation: 15 s at first, backing off to 60 s while nothing changes. */
const SOON_MS = 15_000;
const LATER_MS = 60_000;

/**
 * Calls `poll` again and again. `changes` counts what changed so far: a change brings the pace back to 15 s. While events
 * arrive by themselves (`live`) one call a minute is the safety net. `poll` must not reject.
 */
export function usePolling(poll: () => Promise<unknown>, live: boolean, changes: number): void {
  const latest = useRef(poll);
  latest.current = poll;
  useEffect(() => repeat(() => latest.current(), live ? LATER_MS : SOON_MS), [live, changes]);
}

/** Returns how to end it. */
function repeat(poll: () => Promise<unknown>, firstDelay: number): () => void {
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (delay: number): void => {
    if (ended) return;
    timer = setTimeout(() => void poll().then(() => wait(Math.min(LATER_MS, delay * 2))), delay);
  };
  wait(firstDelay);
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
