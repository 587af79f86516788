import type { ProviderView, SettingsView } from '../../contract/views';
import { ok } from '../../domain/result';
import { DEFAULT_SITE_SETTINGS, type SiteSettings } from '../../domain/settings';
import { isSiteAdmin } from '../../jira/permissions';
import type { Provider } from '../../providers/provider';
import type { OpenConnection } from '../../storage/connectionSchemas';
import { listDeadLetters, type DeadLetterRow } from '../../storage/deadLetters';
import { connectionsOf } from '../../storage/roster';
import { loadSettings, loadSiteSettings } from '../../storage/settings';
import { loadWays, type Ways } from '../../storage/ways';
import type { App, CallContext, Run } from '../call';
import { connectionView } from './connectionView';
import { projectRequestTypes } from './projectRequestTypes';
import { rulesView } from './rulesView';
import { waitingViews } from './waitingViews';

export const viewSettings: Run<'viewSettings'> = async (app, context) => {
  const { ports, registry } = app;
  const { projectId, projectKey } = context;
  const [settings, open, types, customers, dead, waiting] = await Promise.all([
    loadSettings(ports.store, projectId),
    connectionsOf(ports, projectId),
    viewRequestTypes(app, context),
    viewCustomers(app, context),
    listDeadLetters(ports.store, projectId),
    waitingViews(app, projectId),
  ]);
  const numbers = open.flatMap(({ connection }) => connection.numbers);
  const [connections, rules] = await Promise.all([
    viewConnections(app, open),
    rulesView(app, context, { settings, numbers }),
  ]);
  return ok({
    project: { id: projectId, key: projectKey },
    providers: [...registry.values()].map(providerView),
    connections,
    requestTypes: types,
    rules,
    timeZone: settings.timeZone,
    customers,
    problems: dead.map(problemView),
    waiting,
  });
};

async function viewConnections(app: App, open: readonly OpenConnection[]): Promise<SettingsView['connections']> {
  const url = await app.ports.site.webTriggerUrl();
  return Promise.all(open.map((one) => connectionView(app, one, url)));
}

/** Without an answer of Jira the rest of the page is still of use; adding a number then says what is wrong. */
async function viewRequestTypes(app: App, { projectId }: CallContext): Promise<SettingsView['requestTypes']> {
  const found = await projectRequestTypes(app, projectId);
  if (found.kind === 'ok')
    return found.value.types.map(({ id, name, asksFor }) => ({ id, name, ...(asksFor.length > 0 && { asksFor }) }));
  app.ports.log.warn('request types unknown', { project: projectId, outcome: found.kind });
  return [];
}

async function viewCustomers({ ports }: App, { projectId }: CallContext): Promise<SettingsView['customers']> {
  const [site, ways, siteAdmin] = await Promise.all([
    loadSiteSettings(ports),
    loadWays(ports, projectId),
    isSiteAdmin(ports.jira),
  ]);
  const mayChangeDomain = siteAdmin.kind === 'ok' && siteAdmin.value;
  return { ...domainView(site), mayChangeDomain, ...reporterView(ways) };
}

const domainView = ({ customerDomain }: SiteSettings) => ({
  domain: customerDomain,
  domainIsDefault: customerDomain === DEFAULT_SITE_SETTINGS.customerDomain,
});

function reporterView({ reporter }: Ways): Pick<SettingsView['customers'], 'reporter'> {
  if (!reporter) return {};
  const { way, reason } = reporter;
  return { reporter: { way, ...(reason !== undefined && { reason }) } };
}

const providerView = ({ id, title, channels, fields, numberFields }: Provider): ProviderView => ({
  id,
  title,
  channels,
  fields: fields.map(({ name, label, help, secret = false, generated = false, optional = false, initial = '' }) => ({
    name,
    label,
    help,
    secret,
    generated,
    optional,
    initial,
  })),
  numberFields: numberFields.map(({ name, label, help, isPhone = false }) => ({ name, label, help, isPhone })),
});

const problemView = ({ effect, work, reason, detail, issueKey, at }: DeadLetterRow) => ({
  effect,
  work,
  code: reason,
  at: new Date(at).toISOString(),
  ...(detail !== undefined && { detail }),
  ...(issueKey !== undefined && { issueKey }),
});
