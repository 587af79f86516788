import type { Invocation, InvocationAnswer } from './invoke';

type Typed = Record<string, Record<string, string>>;

/** Keeps what an administrator typed into a provider form. True when project settings were called and may have changed. */
export function rememberTyped(typed: Typed, { module, call, input }: Invocation, answer: InvocationAnswer): boolean {
  if (module !== 'settings' || call.startsWith('view') || !answer.ok) return false;
  const { credentials, connection = outputOf(answer)?.connection } = (input ?? {}) as Form;
  if (credentials && connection) typed[connection] = { ...typed[connection], ...filled(credentials) };
  return true;
}

type Form = { credentials?: Record<string, string>; connection?: string };

const outputOf = (answer: { output: unknown }) => answer.output as { connection?: string } | undefined;

/** A field left empty keeps what is stored. */
const filled = (credentials: Record<string, string>) =>
  Object.fromEntries(Object.entries(credentials).filter(([, value]) => value !== ''));
