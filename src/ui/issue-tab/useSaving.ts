import { useEffect, useRef, useState } from 'react';
import type { DraftInput } from '../../contract/draft';
import { answered, ask } from '../shared/ask';

/** A change is kept so soon, and while somebody types no sooner than this after the one before: each costs a call. */
const SAVE_MS = 3_000;

/**
 * Keeps what the agent has begun, so that it survives leaving the tab: one call in three seconds of typing at most, none while
 * nothing changes. `begun` is drawn when it is kept. One that fails is not told: the next change tries again.
 */
export function useSaving(begun: () => DraftInput, content: Omit<DraftInput, 'draftId'>): void {
  const now = JSON.stringify(content);
  const [saved, setSaved] = useState(now);
  const latest = useRef({ begun, now });
  latest.current = { begun, now };
  const isDirty = saved !== now;
  useEffect(() => {
    if (!isDirty) return undefined;
    const timer = setTimeout(() => {
      setSaved(latest.current.now);
      void answered(ask('saveDraft', latest.current.begun()));
    }, SAVE_MS);
    return () => clearTimeout(timer);
  }, [isDirty, saved]);
}
