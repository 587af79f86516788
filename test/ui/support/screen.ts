import { FakePage, show } from './fakeBridge';
import { createElement, type ComponentType } from 'react';
import ForgeReconciler from '@forge/react';
import { allIn, textIn, type ForgeDoc } from './forgeDoc';

const BUTTONS = ['Button', 'LoadingButton'];
const FIELDS = ['Textfield', 'TextArea', 'Toggle'];

export type Answers = Readonly<Record<string, (input: never) => unknown>>;

export const ok = (output: unknown = {}): unknown => ({ ok: true, output });
export const refused = (code: string, message = code): unknown => ({ ok: false, error: { code, message } });
export const noAnswer = (): never => {
  throw new Error('no answer');
};

/** Opens a screen in a page that answers its calls, and waits until it stands. */
export async function open(component: ComponentType, answers: Answers, timezone?: string): Promise<Screen> {
  const page = new FakePage((call, input) => {
    const answer = answers[call];
    if (!answer) throw new Error(`nobody answers ${call}`);
    return answer(input as never);
  }, timezone);
  // Screens of earlier tests, and the one the entry drew when it was loaded, are left without a page and without timers.
  await drawn();
  jest.clearAllTimers();
  show(page);
  ForgeReconciler.render(createElement(component));
  const screen = new Screen(page);
  await screen.settle();
  return screen;
}

/** A person before a screen: sees it, types, presses. */
export class Screen {
  private readonly typed = new Map<string, string>();

  constructor(readonly page: FakePage) {}

  get text(): string {
    return this.page.doc ? textIn(this.page.doc) : '';
  }

  textOf(node: ForgeDoc): string {
    return textIn(node);
  }

  all(...types: string[]): ForgeDoc[] {
    return this.page.doc ? allIn(this.page.doc).filter(({ type }) => types.includes(type)) : [];
  }

  /** The inputs of all calls of that name so far. */
  inputs(call: string): unknown[] {
    return this.page.calls.filter((made) => made.call === call).map(({ input }) => input);
  }

  button(label: string, index = 0): ForgeDoc {
    return present(
      this.all(...BUTTONS)
        .filter((button) => textIn(button) === label)
        .at(index),
      `button ${label}`,
      this,
    );
  }

  has(label: string): boolean {
    return this.all(...BUTTONS).some((button) => textIn(button) === label);
  }

  async press(label: string, index = 0): Promise<void> {
    const button = this.button(label, index);
    if (button.props.isDisabled || button.props.isLoading) throw new Error(`button ${label} cannot be pressed`);
    if (button.props.type === 'submit') await this.run(this.formAround(button).props.onSubmit);
    else await this.run(button.props.onClick);
  }

  /** A link-like action of a message. */
  async act(label: string): Promise<void> {
    const actions = this.all('Comment').flatMap(
      ({ props }) => (props.actions ?? []) as { text: string; onClick: unknown }[],
    );
    await this.run(
      present(
        actions.find(({ text }) => text === label),
        `action ${label}`,
        this,
      ).onClick,
    );
  }

  /** Presses the switch with this label. */
  async toggle(label: string): Promise<void> {
    await this.run(this.field(label).props.onChange, {});
  }

  /** A link-like action of a section message. */
  async follow(label: string): Promise<void> {
    // The reconciler passes elements in props on as they are.
    type Link = { readonly props: { readonly children: unknown; readonly onClick: unknown } };
    const links = this.all('SectionMessage').flatMap(({ props }) => (props.actions ?? []) as Link[]);
    const link = links.find(({ props }) => props.children === label);
    await this.run(present(link, `link ${label}`, this).props.onClick);
  }

  field(label: string): ForgeDoc {
    const marks = this.all('Label').filter((one) => textIn(one) === label);
    const found = this.all(...FIELDS, 'Select').find(({ props }) =>
      marks.some((mark) => mark.props.labelFor === props.id),
    );
    return present(found, `field ${label}`, this);
  }

  /** What stands in the field: a field drawn anew (another key) starts from its own value again. */
  valueOf(label: string): unknown {
    const { props, key } = this.field(label);
    return props.value ?? this.typed.get(key) ?? props.defaultValue ?? '';
  }

  async type(label: string, text: string): Promise<void> {
    const { props, key } = this.field(label);
    if (props.isDisabled || props.isReadOnly) throw new Error(`field ${label} cannot be written in`);
    this.typed.set(key, text);
    await this.run(props.onChange, { target: { value: text, name: props.name, id: props.id, type: 'text' } });
  }

  async choose(label: string, option: string): Promise<void> {
    const { props } = this.field(label);
    const options = props.options as { label: string; value: string }[];
    await this.run(
      props.onChange,
      present(
        options.find((one) => one.label === option),
        `option ${option}`,
        this,
      ),
    );
  }

  /** Chooses files in the picker. */
  async picks(...files: readonly { name: string; text: string; size?: number; type?: string }[]): Promise<void> {
    const [picker] = this.all('FilePicker');
    const told = files.map(({ name, text, size = text.length, type = 'text/plain' }) => ({
      name,
      size,
      type,
      data: btoa(text),
    }));
    await this.run(picker?.props.onChange, told);
  }

  async emit(payload: unknown = 'changed', error?: Error): Promise<void> {
    this.page.subscriptions.filter(({ ended }) => !ended).forEach(({ onEvent }) => onEvent(payload, error));
    await this.settle();
  }

  async wait(ms: number): Promise<void> {
    await jest.advanceTimersByTimeAsync(ms);
    await this.settle();
  }

  /** Until all promises and drawing are done. */
  async settle(): Promise<void> {
    await drawn();
  }

  private formAround(button: ForgeDoc): ForgeDoc {
    return present(
      this.all('Form').find((form) => allIn(form).includes(button)),
      'a form around the button',
      this,
    );
  }

  private async run(handler: unknown, event?: unknown): Promise<void> {
    if (typeof handler !== 'function') throw new Error('nothing happens there');
    (handler as (event: unknown) => unknown)(event);
    await this.settle();
  }
}

async function drawn(): Promise<void> {
  for (let round = 0; round < 12; round++) await new Promise((done) => setImmediate(done));
}

function present<Value>(value: Value | undefined, what: string, screen: Screen): Value {
  if (value === undefined) throw new Error(`there is no ${what} on the screen:\n${screen.text}`);
  return value;
}
