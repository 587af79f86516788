import type { TemplateView } from '../contract/views';
import { ok } from '../domain/result';
import type { FileLimits } from '../domain/sendableFile';
import { rulesFor } from '../domain/settings';
import type { Template } from '../domain/template';
import { hindranceOf } from '../domain/templateHindrance';
import { fileKindOf } from '../domain/text/templateSlots';
import { findNumber } from '../storage/numbers';
import { numbersOf } from '../storage/roster';
import { loadSettings } from '../storage/settings';
import { refuse, type Run } from './call';
import { MOST_BYTES } from './fetchFile';
import { templatesOf } from './templates';

/** The templates of a business number of the project, those first that agents may send, by name. */
export const listTemplates: Run<'listTemplates'> = async (app, context, input) => {
  const { ports, registry } = app;
  const numbers = await numbersOf(ports, context.projectId);
  const own = numbers.find(({ id }) => id === input.number);
  const open = own && (await findNumber(ports, own.id));
  if (!open) return refuse('number-removed');
  const [listed, settings] = await Promise.all([
    templatesOf(app, open, { fresh: false }),
    loadSettings(ports.store, context.projectId),
  ]);
  if (!listed.ok) return refuse('templates-unknown', listed.failure);
  const { files = {} } = registry.get(open.connection.provider)?.limits.whatsapp ?? {};
  const carried = rulesFor(settings, own.id).filesToCustomer ? files : undefined;
  const templates = listed.value.templates.map((template) => templateView(template, carried));
  return ok({ templates: templates.toSorted(inOrder) });
};

const inOrder = (one: TemplateView, other: TemplateView): number =>
  rank(one) - rank(other) || one.name.localeCompare(other.name) || one.language.localeCompare(other.language);

const rank = ({ hindrance }: TemplateView): number => (hindrance ? 1 : 0);

/** `carried`: the files that may go to customers (X12). */
function templateView({ status, ...template }: Template, carried: FileLimits | undefined): TemplateView {
  const kind = fileKindOf(template);
  const hindrance = hindranceOf({ status, ...template }) ?? (kind && !carried ? 'files-off' : undefined);
  return {
    ...template,
    ...(kind && { file: { kind, maxBytes: Math.min(carried?.[kind] ?? 0, MOST_BYTES) } }),
    ...(hindrance && { hindrance }),
  };
}
