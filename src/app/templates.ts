import type { Channel } from '../domain/contact';
import { fail, ok, type Result } from '../domain/result';
import type { ProjectSettings } from '../domain/settings';
import type { Template } from '../domain/template';
import type { ProviderAnswer, ProviderRequest, TemplateRequests } from '../providers/provider';
import type { OpenNumber } from '../storage/numbers';
import { loadTemplates, saveTemplates, type TemplateList } from '../storage/templates';
import { ask, restingText } from './ask';
import type { App } from './call';

const TIMEOUT_MS = 5_000;
/** Of a hundred templates each: WhatsApp lets an account have 6,000 at most, few have more than a few dozen. */
const MOST_PAGES = 20;
/** A template approved or paused meanwhile is known after this long, or when an administrator asks again. */
const LIFE_MS = 600_000;

/** The provider's requests for its templates; undefined where it has none or its credentials are unusable. */
export function templatesAt(app: App, { connection, credentials }: OpenNumber): TemplateRequests | undefined {
  const gateway = app.registry.get(connection.provider)?.connect(credentials);
  return gateway?.ok ? gateway.value.templates : undefined;
}

/** X13: may agents send templates this way? Only WhatsApp knows them. */
export const offersTemplates = (channel: Channel, { outsideWindow }: ProjectSettings): boolean =>
  channel === 'whatsapp' && (outsideWindow === 'template' || outsideWindow === 'template-or-sms');

/**
 * A business number's templates: as they were listed within ten minutes, else listed anew. The failure is the provider's
 * sentence, or that it has none (`''`).
 */
export async function templatesOf(
  app: App,
  open: OpenNumber,
  { fresh }: { readonly fresh: boolean },
): Promise<Result<TemplateList, string>> {
  const { clock, store } = app.ports;
  const known = fresh ? undefined : await loadTemplates(store, open.number.id);
  if (known && clock.now() - known.at < LIFE_MS) return ok(known);
  const requests = templatesAt(app, open);
  if (!requests) return fail('');
  const listed = await listAll(app, open, requests);
  if (!listed.ok) return listed;
  return ok(await saveTemplates(store, open.number.id, { at: clock.now(), ...listed.value }));
}

async function listAll(
  app: App,
  open: OpenNumber,
  requests: TemplateRequests,
): Promise<Result<Pick<TemplateList, 'templates' | 'isCut'>, string>> {
  const { clock } = app.ports;
  const all: Template[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES && clock.remainingMs() > 2 * TIMEOUT_MS; page += 1) {
    const { receiver } = open.number;
    const request = requests.list({ receiver, ...(cursor !== undefined && { cursor }) }, new Date(clock.now()));
    const answer = await answerTo(app, open, request);
    if (!answer.ok) return answer;
    const read = requests.readPage(answer.value);
    if (!read.ok) return read;
    all.push(...read.value.templates);
    cursor = read.value.cursor;
    if (cursor === undefined) return ok({ templates: all });
  }
  return cursor === undefined ? fail(LATE) : ok({ templates: all, isCut: true });
}

const LATE = 'The provider did not answer in time. Please try again later.';

async function answerTo(
  app: App,
  { connection }: OpenNumber,
  request: ProviderRequest,
): Promise<Result<ProviderAnswer, string>> {
  const asked = await ask(app, { connection: connection.id, errand: 'templates' }, () =>
    app.ports.http.send(request, TIMEOUT_MS),
  );
  if (asked.kind === 'answered') return ok(asked.answer);
  if (asked.kind !== 'no-answer') return fail(restingText(app, 'The provider', asked.until));
  app.ports.log.warn('no answer to a list of templates');
  return fail(LATE);
}
