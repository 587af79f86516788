import type { CallError, Input } from '../contract/calls';
import type { Route } from '../domain/conversation';
import { fail, ok, type Result } from '../domain/result';
import type { Template } from '../domain/template';
import { hindranceOf } from '../domain/templateHindrance';
import { filledIn, type HeaderFile } from '../domain/templateValues';
import { findNumber, type OpenNumber } from '../storage/numbers';
import { forgetTemplates } from '../storage/templates';
import { answer, type Draft } from './answerCustomer';
import { attachedFiles } from './attachedFiles';
import { refuse, type App, type CallContext, type Run } from './call';
import { conversationHere } from './openConversation';
import { offersTemplates, templatesOf } from './templates';
import { wayOf, waysTo } from './waysTo';

/**
 * An agent sends a template, filled in: the one kind of message that may go out while the service window is closed (X13).
 * Everything else about it is an answer. The same draft is one answer, however often the call is repeated.
 */
export const sendTemplate: Run<'sendTemplate'> = async (app, context, input) => {
  const opened = await conversationHere(app, context);
  if (!opened) return refuse('no-conversation');
  const chosen = input.way && wayOf(await waysTo(app, opened), input.way);
  if (input.way && !chosen) return refuse('number-removed');
  const way = chosen ?? opened.conversation.route;
  if (!offersTemplates(way.channel, opened.settings)) return refuse('templates-off');
  const number = await findNumber(app.ports, way.number);
  if (!number) return refuse('number-removed');
  const filled = await filledFor(app, context, { input, number, way });
  if (!filled.ok) return filled;
  const { draftId } = input;
  const outcome = await answer(app, opened, { draftId, ...filled.value, agent: context.accountId, way });
  // Paused or changed since it was listed: the agent who looks again sees what it is now.
  if (outcome.reason === 'template') await forgetTemplates(app.ports.store, way.number);
  return ok(outcome);
};

type Wish = { readonly input: Input<'sendTemplate'>; readonly number: OpenNumber; readonly way: Route };
type Filled = Required<Pick<Draft, 'text' | 'template' | 'files'>>;

async function filledFor(
  app: App,
  context: CallContext,
  { input, number, way }: Wish,
): Promise<Result<Filled, CallError>> {
  const listed = await templatesOf(app, number, { fresh: false });
  if (!listed.ok) return refuse('templates-unknown', listed.failure);
  const files = await attachedFiles(app, context, input.file ? [input.file] : []);
  if (!files) return refuse('not-found', 'an attachment');
  const limits = app.registry.get(number.connection.provider)?.limits[way.channel]?.files ?? {};
  const [file] = files;
  const filled = fill(listed.value.templates, input, { limits, ...(file && { file }) });
  return filled.ok ? ok({ ...filled.value, files }) : filled;
}

function fill(
  templates: readonly Template[],
  { template: id, language, values }: Input<'sendTemplate'>,
  file: HeaderFile,
): Result<Omit<Filled, 'files'>, CallError> {
  const template = templates.find((one) => one.id === id && one.language === language);
  if (!template || hindranceOf(template)) return refuse('template-gone');
  const filled = filledIn(template, values, file);
  if (filled.ok) return filled;
  const faults = Object.fromEntries(Object.entries(filled.failure).map(([path, code]) => [`values.${path}`, code]));
  return fail({ code: 'bad-input', message: 'values', faults });
}
