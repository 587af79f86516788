import { dirname } from 'node:path';
import type { Invocation } from './invocation';
import type { Manifest } from './manifest';
import type { PlatformState } from './state';

export type Installation = {
  readonly manifest: Manifest;
  readonly state: PlatformState;
  readonly cloudId: string;
  readonly backendFile: string;
};

/** What the platform puts into `global.__forge_runtime__` (facts: forge.md 12.2, seen with `@forge/api` 8.3.0). */
export function runtimeOf(installation: Installation, invocation: Invocation, now: () => number): object {
  const { manifest, state, cloudId, backendFile } = installation;
  return {
    proxy: { token: 'sandbox', url: 'https://proxy.invalid' },
    contextAri: contextAriOf(cloudId),
    container: { appCodeDir: dirname(backendFile) },
    appContext: {
      appId: manifest.app.id.split('/').pop(),
      appVersion: '1.0.0',
      environmentId: state.environmentId,
      environmentType: 'DEVELOPMENT',
      invocationId: invocation.id,
      installationId: state.installationId,
      functionKey: invocation.functionKey,
      moduleKey: invocation.moduleKey,
      moduleType: invocation.moduleType,
      installation: { ari: { installationId: state.installationId }, contexts: [{ cloudId }] },
    },
    ...(invocation.accountId !== undefined && { aaid: invocation.accountId }),
    lambdaContext: {
      awsRequestId: invocation.id,
      getRemainingTimeInMillis: () => Math.max(0, invocation.startedAt + invocation.limitMs - now()),
    },
    tracing: { traceId: invocation.id.replaceAll('-', ''), spanId: invocation.id.slice(0, 8) },
    realtime: invocation.fromScreen ? { contextToken: invocation.moduleKey } : {},
    metrics,
    featureFlags: () => false,
  };
}

export const contextAriOf = (cloudId: string) => `ari:cloud:jira::site/${cloudId}`;

const metrics = {
  counter: () => ({ incr: ignore, decr: ignore }),
  timing: () => ({ measure: () => ({ stop: ignore }) }),
  gauge: () => ({ set: ignore, incr: ignore, decr: ignore }),
};
function ignore(): void {
  // Metrics go nowhere in the sandbox.
}
