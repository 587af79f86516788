import { createContext, useContext, type ReactNode } from 'react';
import { I18nProvider, Inline, Spinner, useProductContext, useTranslation } from '@forge/react';
import { knownZone } from './clock';

/** The time zone of the person who looks at the screen. */
const Zone = createContext('UTC');
export const useZone = (): string => useContext(Zone);

/** Every screen stands in this: it waits for the sentences and for who is looking. */
export const Viewer = ({ children }: { readonly children: ReactNode }) => (
  <I18nProvider>
    <WithZone>{children}</WithZone>
  </I18nProvider>
);

const WithZone = ({ children }: { readonly children: ReactNode }) => {
  const { ready } = useTranslation();
  const context = useProductContext();
  if (!ready || !context) return <Waiting />;
  return <Zone.Provider value={knownZone(context.timezone)}>{children}</Zone.Provider>;
};

export const Waiting = () => (
  <Inline alignInline="center">
    <Spinner size="medium" label="OmniChat" />
  </Inline>
);
