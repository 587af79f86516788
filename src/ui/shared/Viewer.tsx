import { createContext, useContext, type ReactNode } from 'react';
import { I18nProvider, Inline, Spinner, useProductContext, useTranslation } from '@forge/react';
import { knownZone } from './clock';

/** The time zone of the person who looks at the screen. */
const Zone = createContext('UTC');
export const useZone = (): string => useContext(Zone);

/** The request the screen stands beside; undefined on screens of a project. */
const IssueKey = createContext<string | undefined>(undefined);
export const useIssueKey = (): string | undefined => useContext(IssueKey);

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
  return (
    <Zone.Provider value={knownZone(context.timezone)}>
      <IssueKey.Provider value={issueKeyIn(context.extension)}>{children}</IssueKey.Provider>
    </Zone.Provider>
  );
};

function issueKeyIn({ issue }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof issue !== 'object' || issue === null || !('key' in issue)) return undefined;
  return typeof issue.key === 'string' ? issue.key : undefined;
}

export const Waiting = () => (
  <Inline alignInline="center">
    <Spinner size="medium" label="OmniChat" />
  </Inline>
);
