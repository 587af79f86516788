import type { ComposerView, WayView } from '../contract/views';
import type { Route } from '../domain/conversation';
import type { SendFailure } from '../domain/delivery';
import type { Carriage } from '../domain/event';
import { blockRefusal } from '../domain/rules/block';
import { quietRefusal } from '../domain/rules/quietHours';
import { mostParts, stateRefusal, wayRefusal } from '../domain/rules/refusal';
import { MOST_FILES } from '../domain/sendableFile';
import { serviceWindow } from '../domain/serviceWindow';
import type { App } from './call';
import { carriageFor } from './carriage';
import { MOST_BYTES } from './fetchFile';
import type { OpenedConversation } from './openConversation';
import { offersTemplates, templatesAt } from './templates';
import { addressName } from './texts';
import type { WayTo } from './waysTo';

/** A way with what can be sent on it. */
export async function wayView(app: App, opened: OpenedConversation, { route, number }: WayTo): Promise<WayView> {
  return {
    channel: route.channel,
    number: number.id,
    from: number.display,
    to: addressName(route.address, opened.thread.contact.name),
    ...composerView(opened, route, await knowingOf(app, opened, route)),
  };
}

type Knowing = { readonly carriage: Carriage; readonly templates: boolean; readonly now: number };

/** What a composer is drawn from, for any way. */
export async function knowingOf(app: App, { settings, thread }: OpenedConversation, route: Route) {
  const carriage = await carriageFor(app, route, thread.head);
  const { open } = carriage;
  const templates = offersTemplates(route.channel, settings) && !!open && templatesAt(app, open) !== undefined;
  return { carriage, templates, now: app.ports.clock.now() };
}

/** What can be sent on a way, and why nothing can, before anybody writes. */
export function composerView(
  opened: OpenedConversation,
  route: Route,
  { carriage, templates, now }: Knowing,
): ComposerView {
  const { smsWarnParts: warn } = opened.settings;
  const refused = refusedNow(opened, route, { carriage, now });
  const window = serviceWindow(opened.thread.head, route, now);
  const mayTemplate = templates && (!refused || refused.reason === 'window-closed');
  return {
    ...(refused && { blocked: blockedView(refused) }),
    ...(window && {
      window: { open: window.open, ...(window.until !== undefined && { until: isoTime(window.until) }) },
    }),
    ...(route.channel === 'sms' && { parts: { warn, max: mostParts(opened.settings, carriage) } }),
    ...(mayTemplate && { templates: true }),
    ...filesView(opened, carriage),
    ...(carriage.quotes && { quotes: true as const }),
    maxCharacters: carriage.maxCharacters,
  };
}

const isoTime = (at: number): string => new Date(at).toISOString();
const blockedView = ({ reason, at }: SendFailure) => ({ code: reason, ...(at !== undefined && { at: isoTime(at) }) });

/** X12. The site's own limit for attachments, often lower, Jira tells itself. */
function filesView({ settings }: OpenedConversation, { files = {} }: Carriage): Pick<ComposerView, 'files'> {
  const largest = Math.max(0, ...Object.values(files));
  if (!settings.filesToCustomer || largest === 0) return {};
  return { files: { maxBytes: Math.min(largest, MOST_BYTES), most: MOST_FILES } };
}

/** Why nothing can be sent this way now, whatever the text. */
function refusedNow(
  { thread, conversation, settings }: OpenedConversation,
  route: Route,
  { carriage, now }: Pick<Knowing, 'carriage' | 'now'>,
): SendFailure | undefined {
  const there = { ...conversation, route };
  return (
    blockRefusal(thread.head) ??
    stateRefusal(there) ??
    quietRefusal(there, { now, settings }) ??
    wayRefusal({ head: thread.head, conversation: there, carriage, now })
  );
}
