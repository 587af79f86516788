import type { TemplateView } from '../contract/views';
import { ok } from '../domain/result';
import type { Template } from '../domain/template';
import { hindranceOf } from '../domain/templateHindrance';
import { numbersOf } from '../storage/roster';
import { findNumber } from '../storage/numbers';
import { refuse, type Run } from './call';
import { templatesOf } from './templates';

/** The templates of a business number of the project, those first that agents may send. */
export const listTemplates: Run<'listTemplates'> = async (app, context, input) => {
  const numbers = await numbersOf(app.ports, context.projectId);
  const own = numbers.find(({ id }) => id === input.number);
  const open = own && (await findNumber(app.ports, own.id));
  if (!open) return refuse('number-removed');
  const listed = await templatesOf(app, open, { fresh: false });
  if (!listed.ok) return refuse('templates-unknown', listed.failure);
  const templates = listed.value.templates.map(templateView);
  return ok({
    templates: templates.toSorted((one, other) => Number('hindrance' in one) - Number('hindrance' in other)),
  });
};

function templateView({ status, ...template }: Template): TemplateView {
  const hindrance = hindranceOf({ status, ...template });
  return { ...template, ...(hindrance && { hindrance }) };
}
