import { jiraTime } from '../model/time';
import { ok, route, type Route } from '../router';

/** What the site says of itself. */
export const aboutRoutes: readonly Route[] = [
  route('GET /serverInfo', ({ site }) =>
    ok({
      baseUrl: site.baseUrl,
      displayUrl: site.baseUrl,
      version: '1001.0.0-SNAPSHOT',
      versionNumbers: [1001, 0, 0],
      deploymentType: 'Cloud',
      buildNumber: 100_300,
      buildDate: jiraTime(0),
      serverTime: jiraTime(site.now()),
      scmInfo: 'sandbox',
      serverTitle: 'OmniChat sandbox',
      serverTimeZone: 'Etc/UTC',
    }),
  ),
];
