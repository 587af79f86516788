import { refuse, type App, type CallContext, type Run } from '../app/call';
import {
  calls,
  type Answer,
  type CallError,
  type CallErrorCode,
  type CallName,
  type CallSpec,
  type Input,
} from '../contract/calls';
import { RULE_FAULTS } from '../contract/ruleLimits';
import type { Views } from '../contract/views';
import { fail, type Result } from '../domain/result';
import type { z } from 'zod';
import { callContextOf } from './callContext';
import { isPermitted } from './permission';
import { reportFailure } from './reportFailure';

/** Each call with the run that answers it. Total: a call without a run fails the build. */
export type CallTable = { readonly [Name in CallName]: Run<Name> };

/** A screen's call as the platform hands it over. */
export type ScreenCall = { readonly payload: unknown; readonly context: unknown };

/** The one way to a run: permission first, then the input, then the run. Whatever goes wrong is answered, never thrown. */
export async function answerCall<Name extends CallName>(
  { app, table }: { readonly app: App; readonly table: CallTable },
  name: Name,
  { payload, context }: ScreenCall,
): Promise<Answer<Views[Name]>> {
  try {
    const caller = callContextOf(context);
    if (!caller) return answerOf(refuse('not-allowed', 'the call names no project'));
    const barred = await refusalOf(app, name, caller);
    if (barred) return answerOf(barred);
    const input = specs[name].input.safeParse(payload);
    if (!input.success) return answerOf(refuseInput(input.error));
    const run: Run<Name> = table[name];
    return answerOf(await run(app, caller, input.data));
  } catch (error) {
    reportFailure(`call ${name} failed`, error);
    return answerOf(refuse('failed', 'unexpected error'));
  }
}

/** The contract's table again, typed per call: TypeScript then knows that a call's schema gives the run's input. */
const specs: { readonly [Name in CallName]: CallSpec & { readonly input: z.ZodType<Input<Name>> } } = calls;

async function refusalOf({ ports }: App, name: CallName, context: CallContext) {
  const permitted = await isPermitted(ports, specs[name].caller, context);
  if (permitted.kind !== 'ok') return refuse('failed', `permission unknown: ${permitted.kind}`);
  if (permitted.value) return undefined;
  ports.log.warn('call refused', { call: name });
  return refuse('not-allowed');
}

const answerOf = <View>(result: Result<View, CallError>): Answer<View> =>
  result.ok ? { ok: true, output: result.value } : { ok: false, error: result.failure };

/** What is wrong with a rule has a sentence of its own; of other input it is enough to know the field. */
function refuseInput({ issues }: z.ZodError): Result<never, CallError> {
  const faults = Object.fromEntries(
    issues.toReversed().map(({ path, message }) => [path.join('.') || 'input', codeOf(message)]),
  );
  const fields = [...new Set(issues.map(({ path }) => path.join('.') || 'input'))];
  const code = RULE_FAULTS.find((fault) => Object.values(faults).includes(fault)) ?? 'bad-input';
  return fail({ code, message: fields.join(', '), faults });
}

const codeOf = (message: string): CallErrorCode => RULE_FAULTS.find((fault) => fault === message) ?? 'bad-input';
