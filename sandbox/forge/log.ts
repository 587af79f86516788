import { formatWithOptions } from 'node:util';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
/** What the developer console would show. `function` is `platform` for remarks of the platform itself. */
export type LogLine = {
  readonly at: number;
  readonly level: LogLevel;
  readonly function: string;
  readonly text: string;
};

export type PlatformLog = {
  readonly lines: readonly LogLine[];
  write(level: LogLevel, functionKey: string, text: string): void;
};

const KEPT_LINES = 500;

export function newLog(now: () => number): PlatformLog {
  const lines: LogLine[] = [];
  return {
    lines,
    write(level, functionKey, text) {
      lines.push({ at: now(), level, function: functionKey, text });
      if (lines.length > KEPT_LINES) lines.splice(0, lines.length - KEPT_LINES);
    },
  };
}

/** The console of the app: its lines go to the log under the name of the function that runs. */
export function consoleFor(log: PlatformLog, functionKey: () => string): Record<string, (...args: unknown[]) => void> {
  const at =
    (level: LogLevel) =>
    (...args: unknown[]) =>
      log.write(level, functionKey(), formatWithOptions({ colors: false, depth: 4 }, ...args));
  return {
    log: at('info'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    debug: at('debug'),
    trace: at('debug'),
  };
}

/** An error of any realm, for a person who reads the log. */
export function describeError(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { stack, message } = error as { stack?: unknown; message?: unknown };
  if (typeof stack === 'string') return stack;
  return typeof message === 'string' ? message : JSON.stringify(error);
}
