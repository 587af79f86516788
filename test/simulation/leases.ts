import { one } from './dice';
import { token, type Pen } from './pen';
import { NEWCOMER } from './people';
import type { CustomersFile, CustomerStep, MeanwhileStep, Step } from './story';

const MINUTE = 60_000;
/** Longer than a performer's lease of its lane (120 s and 10), and than one of the lane of files (300 s and 10). */
const BEYOND_MS = 150_000;
const BEYOND_FILES_MS = 330_000;

/**
 * In every twelfth story, unless it ends with something else, a call of a newcomer's conversation takes long while the clock
 * jumps ahead: the next performer takes the lease for over and the call for interrupted, and then its answer comes.
 */
export function leaseLostEnding(pen: Pen, isFree: boolean): readonly Step[] {
  const { chance } = pen;
  if (chance.below(12) > 0 || !isFree) return [];
  const at = one(chance, CALLS);
  const lateSeconds = one(chance, [8, 18]);
  const earlier = at === 'jira.create-issue' ? [] : [writes(pen), waits(20_000)];
  const answered = at === 'jira.comment' ? [comments(pen), waits(8_000)] : [];
  return [
    { kind: 'calm' },
    { kind: 'bars-app', desk: 0, barred: false },
    waits(5 * MINUTE),
    ...earlier,
    ...answered,
    { kind: 'fault', fault: { at, kind: 'slow', times: 1, lateSeconds } },
    at === 'carrier.send' ? comments(pen) : writes(pen, at === 'jira.attach' ? 'document' : undefined),
    meanwhile(6_000, { kind: 'weather', weather: { clockMs: at === 'jira.attach' ? BEYOND_FILES_MS : BEYOND_MS } }),
    meanwhile(6_500, writes(pen)),
    waits(30_000),
    { kind: 'weather', weather: { clockMs: 0 } },
    writes(pen),
    waits(MINUTE),
  ];
}

const CALLS = ['carrier.send', 'jira.create-issue', 'jira.edit-issue', 'jira.comment', 'jira.attach'] as const;

function writes(pen: Pen, file?: CustomersFile): Extract<CustomerStep, { kind: 'writes' }> {
  pen.messages += 1;
  const where = { phone: NEWCOMER, channel: 'whatsapp', desk: 0 } as const;
  return { kind: 'writes', ...where, token: `m${pen.messages}`, ...(file && { file }) };
}

const comments = (pen: Pen): Step => ({
  kind: 'comments',
  agent: 0,
  request: -1,
  token: token(pen, 'c'),
  prefixed: true,
});

const meanwhile = (inMs: number, step: MeanwhileStep): Step => ({ kind: 'meanwhile', inMs, step });
const waits = (ms: number): Step => ({ kind: 'waits', ms });
