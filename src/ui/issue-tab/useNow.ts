import { useEffect, useState } from 'react';

const MINUTE = 60_000;

/** The server's time (ISO 8601, as told in the latest view) carried on by the minute, in epoch milliseconds. */
export function useNow(told: string): number {
  const [passed, setPassed] = useState({ told, minutes: 0 });
  useEffect(() => {
    const tick = setInterval(
      () => setPassed((before) => ({ told, minutes: before.told === told ? before.minutes + 1 : 1 })),
      MINUTE,
    );
    return () => clearInterval(tick);
  }, [told]);
  return Date.parse(told) + (passed.told === told ? passed.minutes * MINUTE : 0);
}
