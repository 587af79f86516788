import { FAULT_KINDS } from '../../sandbox/faults';
import type { Outcome } from './simulate';

/** Of a fault at a place its kind alone: `kvs.get 500` and `jira.comment 500` are one. A condition is a kind of its own. */
export const kindsOf = (struck: Report['struck']): ReadonlySet<string> =>
  new Set(Object.keys(struck).map((name) => FAULT_KINDS.find((kind) => name.endsWith(` ${kind}`)) ?? name));

/** What many stories came to. */
export type Report = {
  stories: number;
  events: number;
  messages: number;
  faults: number;
  struck: Record<string, number>;
  failed: { seed: number; invariant: string; what: string }[];
};

export const newReport = (): Report => ({ stories: 0, events: 0, messages: 0, faults: 0, struck: {}, failed: [] });

export function add(report: Report, { story, violations, struck, events, messages }: Outcome): void {
  report.stories += 1;
  report.events += events;
  report.messages += messages;
  for (const [kind, count] of Object.entries(struck)) {
    report.struck[kind] = (report.struck[kind] ?? 0) + count;
    report.faults += count;
  }
  const [first] = violations;
  if (first) report.failed.push({ seed: story.seed, invariant: first.invariant, what: first.what });
}

export function joined(reports: readonly Report[]): Report {
  const all = newReport();
  for (const one of reports) {
    all.stories += one.stories;
    all.events += one.events;
    all.messages += one.messages;
    all.faults += one.faults;
    for (const [kind, count] of Object.entries(one.struck)) all.struck[kind] = (all.struck[kind] ?? 0) + count;
    all.failed.push(...one.failed);
  }
  all.failed.sort((one, other) => one.seed - other.seed);
  return all;
}

/** Figures for people: how fast, how much trouble, what broke. */
export function printed(report: Report, seconds: number): string {
  const { stories, events, messages, faults, struck, failed } = report;
  const each = (count: number) => (count / Math.max(1, stories)).toFixed(1);
  const kinds = Object.entries(struck).toSorted(([, one], [, other]) => other - one);
  return [
    `${stories} stories in ${seconds.toFixed(1)} s: ${(stories / seconds).toFixed(1)} a second, ${(events / seconds).toFixed(0)} events a second`,
    `${each(messages)} messages and ${each(faults)} faults a story, ${kindsOf(struck).size} kinds of fault, ${kinds.length} with their places:`,
    ...kinds.map(([kind, count]) => `  ${String(count).padStart(7)}  ${kind}`),
    failed.length === 0 ? 'No violation.' : `${failed.length} stories broke an invariant:`,
    ...failed.slice(0, 20).map(({ seed, invariant, what }) => `  seed ${seed}: ${invariant}: ${what}`),
  ].join('\n');
}
