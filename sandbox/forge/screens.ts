import type { Functions } from './functions';
import { describeError } from './log';
import { findModule, type Manifest } from './manifest';
import { contextAriOf } from './runtime';

const LIMIT_MS = 25_000;
const MAX_INPUT_BYTES = 500 * 1024;
const MAX_OUTPUT_BYTES = 5 * 1024 * 1024;

/** A call of a screen. `extension` is what Jira tells the module about its place. */
export type ScreenCall = {
  readonly moduleKey: string;
  readonly call: string;
  readonly input: unknown;
  readonly accountId: string;
  readonly extension: Readonly<Record<string, unknown>>;
};

type ScreenParts = {
  readonly manifest: Manifest;
  readonly functions: Functions;
  readonly cloudId: string;
  readonly baseUrl: string;
  readonly installationId: string;
  readonly environmentId: string;
};

/** Runs the resolver of a module, as `invoke` of `@forge/bridge` does. Rejects when the app fails. */
export function createScreens(parts: ScreenParts): (call: ScreenCall) => Promise<unknown> {
  return async (screenCall) => {
    const { moduleKey, call, input, accountId } = screenCall;
    const module = findModule(parts.manifest, moduleKey);
    if (!module?.resolver) throw new Error(`the manifest has no screen ${moduleKey} with a resolver`);
    if (sizeOf(input) > MAX_INPUT_BYTES) throw new Error('the payload is larger than 500 KB');
    const { outcome } = await parts.functions.invoke({
      functionKey: module.resolver.function,
      module: { key: moduleKey, type: module.type },
      args: [
        { call: { functionKey: call, payload: input }, context: contextOf(parts, module.type, screenCall) },
        backendPayload(parts, accountId),
      ],
      limitMs: LIMIT_MS,
      accountId,
      fromScreen: true,
    });
    if (outcome.kind === 'threw') throw new Error(firstLine(describeError(outcome.error)));
    if (outcome.kind !== 'returned')
      throw new Error(`the function ${outcome.kind === 'crashed' ? 'crashed' : 'timed out'}`);
    if (sizeOf(outcome.value) > MAX_OUTPUT_BYTES) throw new Error('the answer is larger than 5 MB');
    return outcome.value;
  };
}

const sizeOf = (value: unknown) => (value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value)));
const firstLine = (text: string) => text.split('\n')[0] ?? '';

function contextOf(parts: ScreenParts, type: string, { moduleKey, accountId, extension }: ScreenCall) {
  return {
    accountId,
    accountType: 'licensed',
    cloudId: parts.cloudId,
    siteUrl: parts.baseUrl,
    environmentId: parts.environmentId,
    environmentType: 'DEVELOPMENT',
    moduleKey,
    localId: `${parts.installationId}-${moduleKey}`,
    locale: 'en-US',
    extension: { type, ...extension },
  };
}

const backendPayload = ({ cloudId, installationId }: ScreenParts, accountId: string) => ({
  principal: { accountId },
  installContext: contextAriOf(cloudId),
  installation: { ari: { installationId }, contexts: [{ cloudId }] },
});
