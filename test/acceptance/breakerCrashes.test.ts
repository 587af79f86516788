import { faultsFrom } from '../../sandbox/faults';
import { FAILURES } from '../../src/domain/breaker';
import { crashAt, type Crash } from '../support/crashes';
import { ANA, sandboxWorld } from '../support/worldSteps';

/** A crash before a call is one after the call before it. */
const KINDS: readonly Crash[] = ['crash-after'];

/** An answer waits for the end of a rest; while it is over, the n-th call of the app is its last one. What became of the answer. */
async function waitingAnswer(strikeAt: number, kind: Crash) {
  const [planned, crash] = [faultsFrom({ faults: [] }), crashAt(strikeAt, kind)];
  const faults = {
    ...planned,
    take: (...asked: Parameters<typeof planned.take>) => planned.take(...asked) ?? crash.take(...asked),
  };
  const { phone, agent, clock } = await sandboxWorld({ faults });
  const [ana, ben] = [phone(ANA), agent('Ben')];
  await ana.writes('The printer is on fire');
  planned.set([{ at: 'carrier.send', kind: '500', times: FAILURES }]);
  for (let count = 0; count < FAILURES; count += 1) await ben.answersInTab('SUP-1', 'Lost');
  await ben.answersInTab('SUP-1', 'Help is on its way');
  crash.arm(true);
  await clock.advance({ seconds: 60 });
  crash.arm(false);
  await clock.advance({ minutes: 12 });
  const status = (await ben.opensTab('SUP-1')).messages.at(-1)?.delivery?.status;
  return { calls: crash.calls, shown: ana.answers().length, status };
}

test.each(KINDS)(
  'an answer that waited for a provider goes out once, or its row says what is not known, after a %s at every other call',
  async (kind) => {
    const violations: unknown[] = [];
    let strikeAt = -1;
    let calls = Infinity;
    while (calls >= strikeAt) {
      strikeAt += 2;
      const { shown, status, ...told } = await waitingAnswer(strikeAt, kind);
      calls = told.calls;
      const isTold = shown === 1 ? status === 'read' : shown === 0 && status === 'unknown';
      if (!isTold) violations.push({ strikeAt, shown, status });
    }
    expect(violations).toEqual([]);
    expect(strikeAt).toBeGreaterThan(12);
  },
  300_000,
);
