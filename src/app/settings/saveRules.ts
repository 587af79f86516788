import type { CallError, Input } from '../../contract/calls';
import type { ConversationRules } from '../../domain/conversationRules';
import { definedOnly } from '../../domain/definedOnly';
import type { NumberId } from '../../domain/ids';
import { fail, ok, type Result } from '../../domain/result';
import { rulesFor, type NumberRules, type ProjectSettings } from '../../domain/settings';
import { connectionsOf } from '../../storage/roster';
import { changeSettings } from '../../storage/settings';
import { refuse, type App, type CallContext, type Run } from '../call';
import { changedMeanwhile } from './changedMeanwhile';
import { projectRequestTypes } from './projectRequestTypes';

/**
 * Changes the rules it names and no others: of two administrators who save different groups neither undoes the other's, and
 * who saves the same rule is told of the other's first. What is refused is refused as a whole.
 */
export const saveRules: Run<'saveRules'> = async (app, context, input) => {
  const number = await ownNumber(app, context, input);
  if (!number.ok) return number;
  const wish = { rules: definedOnly(input.rules), inherit: input.inherit ?? [], number: number.value };
  const change = changeOf(wish);
  if (!change) return refuse('bad-input', 'rules.scope');
  const wrong = await typeFault(app, context, wish.rules);
  if (wrong) return wrong;
  const saved = await changeSettings(app.ports.store, context.projectId, (settings) => {
    const theirs = input.from ? theirsIn(settings, { ...wish, from: input.from }) : [];
    if (theirs.length > 0) return fail(conflictOver(theirs));
    const changed = change(settings);
    return faultIn(rulesFor(changed, wish.number)) ?? ok(changed);
  });
  return saved.ok ? ok({}) : saved;
};

type Change = (settings: ProjectSettings) => ProjectSettings;
type Wish = {
  readonly rules: Partial<ConversationRules>;
  readonly inherit: readonly string[];
  readonly number: NumberId | undefined;
};

async function ownNumber(
  { ports }: App,
  { projectId }: CallContext,
  { number }: Input<'saveRules'>,
): Promise<Result<NumberId | undefined, CallError>> {
  if (number === undefined) return ok(undefined);
  const open = await connectionsOf(ports, projectId);
  const found = open.flatMap(({ connection }) => connection.numbers).find(({ id }) => id === number);
  return found ? ok(found.id) : refuse('not-found', 'no such number in this project');
}

/** Undefined where a number asks for what is the project's alone: which conversations are one customer's. */
function changeOf({ rules, inherit, number }: Wish): Change | undefined {
  if (number === undefined) return (settings) => ({ ...settings, ...rules });
  const { scope, ...ofNumber } = rules;
  if (scope !== undefined) return undefined;
  return (settings) => ({
    ...settings,
    numbers: { ...settings.numbers, [number]: without({ ...settings.numbers[number], ...ofNumber }, inherit) },
  });
}

type Based = Wish & { readonly from: Readonly<Record<string, unknown>> };

function theirsIn(settings: ProjectSettings, { rules, inherit, number, from }: Based): readonly string[] {
  const now = number === undefined ? settings : { ...settings.numbers[number] };
  return changedMeanwhile([...Object.keys(rules), ...inherit], { now, from, wanted: without(rules, inherit) });
}

function conflictOver(rules: readonly string[]): CallError {
  const paths = rules.map((rule) => `rules.${rule}`);
  const faults = Object.fromEntries(paths.map((path) => [path, 'changed-meanwhile' as const]));
  return { code: 'changed-meanwhile', message: paths.join(', '), faults };
}

/** As an object without these fields: a rule that is not there is the project's. */
const without = (own: NumberRules, inherited: readonly string[]): NumberRules =>
  Object.fromEntries(Object.entries(own).filter(([name]) => !inherited.includes(name)));

/** What only the rules as a whole can tell to be wrong. */
const faultIn = ({ closeOn, closeStatuses }: ConversationRules) =>
  closeOn === 'statuses' && closeStatuses.length === 0 ? refuse('no-closing-status', 'rules.closeStatuses') : undefined;

/** What only Jira can tell to be wrong. */
async function typeFault(app: App, { projectId }: CallContext, { fallbackRequestTypeId: id }: Wish['rules']) {
  if (!id) return undefined;
  const found = await projectRequestTypes(app, projectId);
  if (found.kind !== 'ok') return refuse('failed', `Jira did not tell the request types: ${found.kind}`);
  return found.value.types.some((type) => type.id === id)
    ? undefined
    : refuse('bad-request-type', 'rules.fallbackRequestTypeId');
}
