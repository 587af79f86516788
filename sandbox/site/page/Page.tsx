import Spinner from '@atlaskit/spinner';
import { Aside } from './shell/Aside';
import { Bar } from './shell/Bar';
import { Navigation } from './shell/Navigation';
import { Guide } from './guide/Guide';
import { IssueView } from './issue/IssueView';
import { Portal } from './portal/Portal';
import { ConsolePage } from './consoles/ConsolePage';
import { ProjectSettings } from './project/ProjectSettings';
import { Queue } from './queue/Queue';
import { FlagProvider } from './shared/flags';
import { useRoute, type Route } from './shared/route';
import { SiteProvider } from './shared/site';

/** A Jira that a Jira user recognises, and beside it what no Jira has: the customers' phones and the providers' consoles. */
export function Page() {
  const route = useRoute();
  return (
    <SiteProvider loading={<Loading />}>
      <FlagProvider>
        <Bar />
        <div className="frame">
          <div className="site">
            <Guide />
            <div className="jira">
              {route.name !== 'portal' && <Navigation route={route} />}
              <main className="content" id="content">
                <Shown route={route} />
              </main>
            </div>
          </div>
          <Aside />
        </div>
      </FlagProvider>
    </SiteProvider>
  );
}

function Shown({ route }: { readonly route: Route }) {
  switch (route.name) {
    case 'queue':
      return <Queue />;
    case 'issue':
      return <IssueView key={route.key} issueKey={route.key} />;
    case 'portal':
      return <Portal key={route.key} issueKey={route.key} />;
    case 'settings':
      return <ProjectSettings />;
    case 'console':
      return <ConsolePage provider={route.provider} />;
  }
}

const Loading = () => (
  <div className="loading">
    <Spinner size="large" label="Loading the sandbox" />
    <p>The sandbox is waking up …</p>
  </div>
);
