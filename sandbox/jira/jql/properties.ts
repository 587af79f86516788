import type { Field } from '@atlaskit/jql-ast';
import type { IndexedProperty, Site } from '../jiraCall';
import { isRecord } from '../read';
import type { FieldKind, JqlField, Row } from './jqlField';

const KINDS: Readonly<Record<IndexedProperty['type'], FieldKind>> = {
  string: 'string',
  user: 'string',
  text: 'text',
  number: 'number',
  date: 'date',
};

/** `issue.property[key].path`, or a search alias; only what the manifest declares is indexed. */
export function propertyField(field: Field, site: Site): JqlField | undefined {
  const indexed = site.indexed.find((one) => names(field, one));
  if (!indexed) return undefined;
  const kind = KINDS[indexed.type];
  return { name: field.text, kind, sortable: true, value: (row) => valueAt(row, indexed, kind) };
}

function names(field: Field, indexed: IndexedProperty): boolean {
  if (field.value.toLowerCase() !== 'issue.property')
    return indexed.searchAlias?.toLowerCase() === field.value.toLowerCase();
  const [property] = field.properties ?? [];
  const path = (property?.path ?? []).map(({ value }) => value).join('');
  return property?.key?.value === indexed.propertyKey && path.replace(/^\./, '') === indexed.path;
}

/** The indexed value; one of the wrong type is not indexed, as in Jira. */
function valueAt(
  { content }: Row,
  { propertyKey, path }: IndexedProperty,
  kind: FieldKind,
): string | number | undefined {
  const value = path
    .split('.')
    .reduce<unknown>((holder, step) => (isRecord(holder) ? holder[step] : undefined), content.properties[propertyKey]);
  if (kind === 'number') return typeof value === 'number' ? value : undefined;
  if (typeof value !== 'string') return undefined;
  if (kind !== 'date') return value;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : at;
}
