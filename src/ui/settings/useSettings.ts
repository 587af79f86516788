import { useCallback, useEffect, useState } from 'react';
import type { SettingsView } from '../../contract/views';
import { answered, ask, type Refusal } from '../shared/ask';

export type LoadedSettings = {
  /** Absent until the first answer; stays when a later load fails. */
  readonly view?: SettingsView;
  readonly refusal?: Refusal;
  readonly refresh: () => Promise<void>;
};

/** The settings of this project, loaded again after every change. */
export function useSettings(): LoadedSettings {
  const [view, setView] = useState<SettingsView>();
  const [refusal, setRefusal] = useState<Refusal>();
  const refresh = useCallback(async (): Promise<void> => {
    setRefusal(undefined);
    const answer = await answered(ask('viewSettings', {}));
    if (answer.ok) setView(answer.output);
    else setRefusal(answer.error);
  }, []);
  useEffect(() => void refresh(), [refresh]);
  return { refresh, ...(view && { view }), ...(refusal && { refusal }) };
}
