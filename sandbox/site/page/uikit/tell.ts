import type { ForgeDoc } from './forgeDoc';

type Handler = (...args: readonly unknown[]) => unknown;

/** Calls a screen's handler as the bridge does: later, with plain data, and a failure there never breaks the page. */
export function tell(doc: ForgeDoc, name: string, ...args: readonly unknown[]): void {
  const handler = doc.props[name];
  if (typeof handler !== 'function') return;
  setTimeout(() => {
    try {
      Promise.resolve((handler as Handler)(...args)).catch((error: unknown) => report(doc, name, error));
    } catch (error) {
      report(doc, name, error);
    }
  }, 0);
}

const report = (doc: ForgeDoc, name: string, error: unknown) =>
  console.error(`${name} of ${doc.type} failed in the screen`, error);

/** What crosses the bridge of an input's event (forge.md; `useForm` goes by `target.type`). */
export const inputEvent = (target: HTMLInputElement | HTMLTextAreaElement, type: string) => ({
  type,
  target: {
    value: target.value,
    name: target.name,
    id: target.id,
    type: target.type,
    tagName: target.tagName,
    ...('checked' in target && { checked: target.checked }),
  },
});

/** The handlers of a field that only pass an event on. */
export const passOn = (doc: ForgeDoc) => ({
  onFocus: (event: { target: HTMLInputElement | HTMLTextAreaElement }) =>
    tell(doc, 'onFocus', inputEvent(event.target, 'focus')),
  onBlur: (event: { target: HTMLInputElement | HTMLTextAreaElement }) =>
    tell(doc, 'onBlur', inputEvent(event.target, 'blur')),
});

/** Those of the named props that the node has; absent ones stay absent, as Atlaskit's own defaults want it. */
export function own<Props>(doc: ForgeDoc, ...names: readonly (keyof Props & string)[]): Partial<Props> {
  const given = names.filter((name) => doc.props[name] !== undefined);
  return Object.fromEntries(given.map((name) => [name, doc.props[name]])) as Partial<Props>;
}

/** The node's props but the named ones: handlers and values that are passed on in another way. */
export const omit = (doc: ForgeDoc, ...names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(doc.props).filter(([name]) => !names.includes(name)));

/** Props by their kind; a value of another kind counts as absent. */
export const textProp = (doc: ForgeDoc, name: string): string | undefined => {
  const value = doc.props[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
};
export const flagProp = (doc: ForgeDoc, name: string): boolean | undefined => {
  const value = doc.props[name];
  return typeof value === 'boolean' ? value : undefined;
};
export const numberProp = (doc: ForgeDoc, name: string): number | undefined => {
  const value = doc.props[name];
  return typeof value === 'number' ? value : undefined;
};
