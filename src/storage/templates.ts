import { z } from 'zod';
import type { Store } from '../app/ports';
import type { NumberId } from '../domain/ids';
import {
  TEMPLATE_BUTTON_KINDS,
  TEMPLATE_HEADER_KINDS,
  TEMPLATE_OBSTACLES,
  TEMPLATE_STATUSES,
  type Template,
} from '../domain/template';
import { templatesRef } from './keys';
import { readRecord, type RecordKind } from './record';

/** A business number's templates as the provider listed them. `at`: epoch milliseconds. `isCut`: there were more. */
export type TemplateList = {
  readonly version: 2;
  readonly at: number;
  readonly templates: readonly Template[];
  readonly isCut?: true;
};

const TemplateSchema = z.object({
  id: z.string(),
  name: z.string(),
  language: z.string(),
  status: z.enum(TEMPLATE_STATUSES),
  category: z.string().exactOptional(),
  header: z
    .object({
      kind: z.enum(TEMPLATE_HEADER_KINDS),
      text: z.string().exactOptional(),
      placeholders: z.number(),
      placeholder: z.string().exactOptional(),
    })
    .exactOptional(),
  body: z.string(),
  placeholders: z.array(z.string()),
  footer: z.string().exactOptional(),
  buttons: z.array(
    z.object({
      kind: z.enum(TEMPLATE_BUTTON_KINDS),
      text: z.string(),
      takesValue: z.boolean(),
      placeholder: z.string().exactOptional(),
      url: z.string().exactOptional(),
    }),
  ),
  sharesNames: z.literal(true).exactOptional(),
  obstacle: z.enum(TEMPLATE_OBSTACLES).exactOptional(),
}) satisfies z.ZodType<Template>;

const TEMPLATES: RecordKind<TemplateList> = {
  name: 'templates',
  version: 2,
  schema: z.object({
    version: z.literal(2),
    at: z.number(),
    templates: z.array(TemplateSchema),
    isCut: z.literal(true).exactOptional(),
  }) satisfies z.ZodType<TemplateList>,
  // The first version had the placeholders in another order, and without the names of all: it counts as old and is listed anew.
  upgrades: { 1: (older) => ({ ...older, at: 0 }) },
};

/** Forge KVS takes values of 240 KiB (limits of Forge storage, read 2026-11); the rest is for the record around the list. */
const MOST_BYTES = 200 * 1_024;

export async function loadTemplates(store: Store, number: NumberId): Promise<TemplateList | undefined> {
  const stored = await store.get(templatesRef(number));
  return stored && readRecord(TEMPLATES, stored);
}

/** What is known of a number's templates is not so any more: whoever needs them has them listed anew. */
export const forgetTemplates = (store: Store, number: NumberId): Promise<void> => store.delete(templatesRef(number));

/** Keeps the list, cut to what a record holds: of templates that cannot be sent only what the settings show. */
export async function saveTemplates(
  store: Store,
  number: NumberId,
  list: Omit<TemplateList, 'version'>,
): Promise<TemplateList> {
  const kept = fitting(list.templates.map((one) => (one.status === 'approved' ? one : inShort(one))));
  const isCut = list.isCut ?? kept.length < list.templates.length;
  const record: TemplateList = { version: 2, at: list.at, templates: kept, ...(isCut && { isCut }) };
  await store.put(templatesRef(number), record);
  return record;
}

const inShort = ({ id, name, language, status, header }: Template): Template => ({
  id,
  name,
  language,
  status,
  ...(header && { header: { kind: header.kind, placeholders: 0 } }),
  body: '',
  placeholders: [],
  buttons: [],
});

function fitting(templates: readonly Template[]): readonly Template[] {
  const kept: Template[] = [];
  let bytes = 0;
  for (const one of templates) {
    bytes += Buffer.byteLength(JSON.stringify(one)) + 1;
    if (bytes > MOST_BYTES) break;
    kept.push(one);
  }
  return kept;
}
