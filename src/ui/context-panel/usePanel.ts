import { useCallback, useEffect, useState } from 'react';
import type { PanelView } from '../../contract/views';
import { answered, ask, type Refusal } from '../shared/ask';
import { usePolling } from '../shared/usePolling';

type Panel = {
  /** Absent until the first answer. */
  readonly shown?: PanelView;
  /** Why the latest load failed; what is shown stays. */
  readonly refusal?: Refusal;
  readonly refresh: () => Promise<void>;
};

/** What stands beside the request. Asked again by the minute while there is a conversation: without one nothing changes by itself. */
export function usePanel(): Panel {
  const [shown, setShown] = useState<PanelView>();
  const [refusal, setRefusal] = useState<Refusal>();
  const refresh = useCallback(async (): Promise<void> => {
    const answer = await answered(ask('viewPanel', {}));
    if (!answer.ok) return setRefusal(answer.error);
    setRefusal(undefined);
    setShown(answer.output);
  }, []);
  useEffect(() => void refresh(), [refresh]);
  const poll = useCallback(
    () => (shown?.kind === 'conversation' ? refresh() : Promise.resolve()),
    [shown?.kind, refresh],
  );
  usePolling(poll, true, 0);
  return { refresh, ...(shown && { shown }), ...(refusal && { refusal }) };
}
