import { ok } from '../../domain/result';
import type { NumberTemplatesView } from '../../contract/views';
import type { Template } from '../../domain/template';
import { hindranceOf } from '../../domain/templateHindrance';
import { connectionsOf } from '../../storage/roster';
import { refuse, type Run } from '../call';
import { templatesOf } from '../templates';

/** Every template of a business number with its status, as the provider lists them; `refresh` asks the provider again. */
export const viewTemplates: Run<'viewTemplates'> = async (app, context, { number: id, refresh }) => {
  const connections = await connectionsOf(app.ports, context.projectId);
  const [open] = connections.flatMap((one) =>
    one.connection.numbers.flatMap((number) => (number.id === id ? [{ ...one, number }] : [])),
  );
  if (!open) return refuse('not-found', 'no such number in this project');
  const listed = await templatesOf(app, open, { fresh: refresh });
  if (!listed.ok) return ok({ templates: [], failure: listed.failure });
  const { at, templates, isCut } = listed.value;
  return ok({
    at: new Date(at).toISOString(),
    templates: templates.map(rowOf),
    ...(isCut && { isCut }),
  });
};

function rowOf(template: Template): NumberTemplatesView['templates'][number] {
  const { name, language, status, header } = template;
  const hindrance = hindranceOf(template);
  return { name, language, status, ...(header && { header: header.kind }), ...(hindrance && { hindrance }) };
}
