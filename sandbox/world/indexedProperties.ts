import type { Manifest } from '../forge/platform';
import type { IndexedProperty } from '../jira/site';

/** What the manifest's `jira:entityProperty` modules let search know. */
export function indexedProperties({ modules }: Manifest): readonly IndexedProperty[] {
  const declared = (modules['jira:entityProperty'] ?? []) as readonly unknown[] as readonly Declared[];
  return declared.flatMap(({ propertyKey, values }) => values.map((value) => ({ propertyKey, ...value })));
}

type Declared = { readonly propertyKey: string; readonly values: readonly Omit<IndexedProperty, 'propertyKey'>[] };
