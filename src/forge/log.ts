import type { Log, LogFacts } from '../app/ports';

/** One JSON line per event. What does not look like an id, a code or a count is withheld. */
export const log: Log = {
  info: (event, facts) => console.log(lineOf('info', event, facts)),
  warn: (event, facts) => console.warn(lineOf('warn', event, facts)),
  error: (event, facts) => console.error(lineOf('error', event, facts)),
};

function lineOf(level: string, event: string, facts: LogFacts = {}): string {
  const known = Object.entries(facts).map(([name, value]) => [name, isFact(name, value) ? value : '[withheld]']);
  return JSON.stringify({ level, event, ...Object.fromEntries(known) });
}

/** Facts that hold our own sentences about a failure. */
const SENTENCES = new Set(['error', 'cause', 'why']);

function isFact(name: string, value: LogFacts[string]): boolean {
  if (typeof value !== 'string') return true;
  if (value.length > 200 || isPersonal(value)) return false;
  return SENTENCES.has(name) || isCode(value);
}

/** A phone number (also without its plus sign, alone) or an e-mail address. Hashes and ids of Jira stay below nine digits alone. */
const isPersonal = (value: string): boolean => /\+\s?\d[\d\s()-]{4,}|^\d{9,}$|@/.test(value);

/** An id or code without spaces, or a few lower-case words such as `group message`: what people write is neither. */
const isCode = (value: string): boolean => /^\S*$/.test(value) || /^[a-z][a-z -]{0,39}$/.test(value);
