import { log } from './log';

/** An error of a whole invocation: its name and our own sentence, which the log withholds where it looks personal. */
export function reportFailure(event: string, error: unknown): void {
  if (!(error instanceof Error)) return log.error(event, { error: 'not an Error' });
  log.error(event, { kind: error.name, error: error.message, ...(isCaused(error) && { cause: error.cause.message }) });
}

const isCaused = (error: Error): error is Error & { cause: Error } => error.cause instanceof Error;
