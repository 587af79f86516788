import { parse } from 'yaml';

/** What the platform reads of `manifest.yml`. */
export type Manifest = {
  readonly app: {
    readonly id: string;
    readonly storage?: { readonly entities?: readonly EntityDeclaration[] };
  };
  readonly permissions?: {
    readonly scopes?: readonly string[] | Readonly<Record<string, { readonly allowImpersonation?: boolean }>>;
    readonly external?: {
      readonly fetch?: { readonly backend?: readonly (string | { readonly address?: string })[] };
    };
  };
  readonly modules: Readonly<Record<string, readonly ModuleDeclaration[]>>;
};

export type EntityDeclaration = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, { readonly type: AttributeType }>>;
  readonly indexes?: readonly (string | IndexDeclaration)[];
};
export type AttributeType = 'string' | 'boolean' | 'float' | 'integer' | 'any';
export type IndexDeclaration = {
  readonly name: string;
  readonly partition?: readonly string[];
  readonly range: readonly string[];
};

export type ModuleDeclaration = {
  readonly key: string;
  readonly function?: string;
  readonly handler?: string;
  readonly resolver?: { readonly function: string };
  readonly queue?: string;
  readonly interval?: Interval;
  readonly events?: readonly string[];
  readonly filter?: EventFilter;
  readonly timeoutSeconds?: number;
};
export type Interval = 'fiveMinute' | 'hour' | 'day' | 'week';
export type EventFilter = {
  readonly ignoreSelf?: boolean;
  readonly expression?: string;
  readonly onError?: 'IGNORE' | 'IGNORE_AND_LOG' | 'RECEIVE' | 'RECEIVE_AND_LOG';
};

export const parseManifest = (text: string): Manifest => parse(text) as Manifest;

export const modulesOf = (manifest: Manifest, type: string): readonly ModuleDeclaration[] =>
  manifest.modules[type] ?? [];

/** A module other than a function, by its key, with its type. */
export function findModule(manifest: Manifest, key: string): (ModuleDeclaration & { type: string }) | undefined {
  for (const [type, modules] of Object.entries(manifest.modules)) {
    const module = type === 'function' ? undefined : modules.find((one) => one.key === key);
    if (module) return { ...module, type };
  }
  return undefined;
}

/** @throws Error for a function the manifest does not declare. */
export function functionOf(manifest: Manifest, key: string | undefined): ModuleDeclaration & { handler: string } {
  const found = modulesOf(manifest, 'function').find((one) => one.key === key);
  if (!found?.handler) throw new Error(`the manifest declares no function ${String(key)}`);
  return { ...found, handler: found.handler };
}

export function scopeOf(manifest: Manifest, scope: string): { allowImpersonation: boolean } | undefined {
  const scopes = manifest.permissions?.scopes ?? [];
  if (Array.isArray(scopes)) return scopes.includes(scope) ? { allowImpersonation: false } : undefined;
  const found = (scopes as Record<string, { allowImpersonation?: boolean }>)[scope];
  return found && { allowImpersonation: found.allowImpersonation === true };
}

export function backendHosts(manifest: Manifest): readonly string[] {
  const entries = manifest.permissions?.external?.fetch?.backend ?? [];
  return entries.flatMap((entry) => (typeof entry === 'string' ? [entry] : (entry.address ?? [])));
}
