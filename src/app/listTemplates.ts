import type { TemplateView } from '../contract/views';
import { ok } from '../domain/result';
import type { Template } from '../domain/template';
import { isSendable } from '../domain/templateValues';
import { numbersOf } from '../storage/roster';
import { findNumber } from '../storage/numbers';
import { refuse, type Run } from './call';
import { templatesOf } from './templates';

/** The templates that agents may send from a business number of the project. */
export const listTemplates: Run<'listTemplates'> = async (app, context, input) => {
  const numbers = await numbersOf(app.ports, context.projectId);
  const own = numbers.find(({ id }) => id === input.number);
  const open = own && (await findNumber(app.ports, own.id));
  if (!open) return refuse('number-removed');
  const listed = await templatesOf(app, open, { fresh: false });
  if (!listed.ok) return refuse('templates-unknown', listed.failure);
  return ok({ templates: listed.value.templates.filter(isSendable).map(templateView) });
};

const templateView = ({ status: _s, ...template }: Template): TemplateView => template;
