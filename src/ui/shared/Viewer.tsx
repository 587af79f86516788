import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { I18nProvider, Inline, Spinner, useProductContext, useTranslation } from '@forge/react';
import { knownLocale, knownZone, type Reader } from './clock';

/** The time zone and language of the person who looks at the screen. */
const ReaderContext = createContext<Reader>({ zone: 'UTC', locale: 'en-GB' });
export const useReader = (): Reader => useContext(ReaderContext);

/** Account id of that person; undefined for somebody who is not logged in. */
const AccountId = createContext<string | undefined>(undefined);
export const useAccountId = (): string | undefined => useContext(AccountId);

/** The request the screen stands beside; undefined on screens of a project. */
const IssueKey = createContext<string | undefined>(undefined);
export const useIssueKey = (): string | undefined => useContext(IssueKey);

/** Every screen stands in this: it waits for the sentences and for who is looking. */
export const Viewer = ({ children }: { readonly children: ReactNode }) => (
  <I18nProvider>
    <WithReader>{children}</WithReader>
  </I18nProvider>
);

const WithReader = ({ children }: { readonly children: ReactNode }) => {
  const { ready } = useTranslation();
  const context = useProductContext();
  const { timezone, locale } = context ?? {};
  const reader = useMemo(() => ({ zone: knownZone(timezone), locale: knownLocale(locale) }), [timezone, locale]);
  if (!ready || !context) return <Waiting />;
  return (
    <ReaderContext.Provider value={reader}>
      <AccountId.Provider value={context.accountId}>
        <IssueKey.Provider value={issueKeyIn(context.extension)}>{children}</IssueKey.Provider>
      </AccountId.Provider>
    </ReaderContext.Provider>
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
