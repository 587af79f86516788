import type { CallError, Input } from '../contract/calls';
import { fail, ok, type Result } from '../domain/result';
import type { Template } from '../domain/template';
import { hindranceOf } from '../domain/templateHindrance';
import { filledIn } from '../domain/templateValues';
import { findNumber } from '../storage/numbers';
import { answer, type Draft } from './answerCustomer';
import { refuse, type Run } from './call';
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
  const listed = await templatesOf(app, number, { fresh: false });
  if (!listed.ok) return refuse('templates-unknown', listed.failure);
  const filled = fill(listed.value.templates, input);
  if (!filled.ok) return filled;
  return ok(await answer(app, opened, { draftId: input.draftId, ...filled.value, agent: context.accountId, way }));
};

type Filled = Required<Pick<Draft, 'text' | 'template'>>;

function fill(
  templates: readonly Template[],
  { template: id, language, values }: Input<'sendTemplate'>,
): Result<Filled, CallError> {
  const template = templates.find((one) => one.id === id && one.language === language);
  if (!template || hindranceOf(template)) return refuse('template-gone');
  const filled = filledIn(template, values);
  if (filled.ok) return filled;
  const faults = Object.fromEntries(Object.entries(filled.failure).map(([path, code]) => [`values.${path}`, code]));
  return fail({ code: 'bad-input', message: 'values', faults });
}
