import SectionMessage from '@atlaskit/section-message';
import { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';

export type Flag = {
  readonly id: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
};
type Flags = { readonly show: (flag: Flag) => void; readonly close: (id: string) => void };

const FlagsContext = createContext<Flags>({ show: () => undefined, close: () => undefined });
export const useFlags = (): Flags => useContext(FlagsContext);

const appearances: Readonly<Record<string, 'success' | 'warning' | 'error'>> = {
  success: 'success',
  warning: 'warning',
  error: 'error',
};

/** Short messages in the corner, shown until they are closed. */
export function FlagProvider({ children }: { readonly children: ReactNode }) {
  const [flags, setFlags] = useState<readonly Flag[]>([]);
  const calls = useMemo<Flags>(() => {
    const close = (id: string) => setFlags((all) => all.filter((one) => one.id !== id));
    return { close, show: (flag) => setFlags((all) => [...all.filter((one) => one.id !== flag.id), flag]) };
  }, []);
  return (
    <FlagsContext.Provider value={calls}>
      {children}
      <div className="flags" role="status">
        {flags.map((flag) => (
          <div key={flag.id} className="flag">
            <SectionMessage title={flag.title ?? ''} appearance={appearances[flag.type ?? ''] ?? 'information'}>
              {flag.description}
            </SectionMessage>
            <div className="flag-close">
              <IconButton icon={CrossIcon} label="Close" appearance="subtle" onClick={() => calls.close(flag.id)} />
            </div>
          </div>
        ))}
      </div>
    </FlagsContext.Provider>
  );
}
