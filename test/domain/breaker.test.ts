import fc from 'fast-check';
import {
  FAILURES,
  FIRST_REST_MS,
  LONGEST_REST_MS,
  passage,
  PROBE_MS,
  signalled,
  WITHIN_MS,
  type Breaker,
  type Sign,
} from '../../src/domain/breaker';
import { definedOnly } from '../../src/domain/definedOnly';

const NOON = Date.parse('2026-11-20T12:00:00Z');

type Told = { readonly kind: Sign['kind']; readonly at: number; readonly retryAfterSeconds?: number };

/** The breaker after signs one after another, each told at once. */
const after = (signs: readonly Told[], from?: Breaker) =>
  signs.reduce<Breaker | undefined>(
    (breaker, { at, ...sign }) => signalled(breaker, { ...sign, askedAt: at }, at),
    from,
  );
const silences = (count: number, everyMs = 1_000) =>
  Array.from({ length: count }, (_, index) => ({ kind: 'no-answer' as const, at: NOON + index * everyMs }));

describe('a connection whose provider does not answer', () => {
  test('rests 30 seconds after the fifth silence within a minute', () => {
    expect(passage(after(silences(FAILURES - 1)), NOON + 4_000)).toEqual({ kind: 'open' });
    expect(passage(after(silences(FAILURES)), NOON + 4_000)).toEqual({ kind: 'resting', until: NOON + 34_000 });
  });

  test('goes on where the silences are rarer, or an answer came between', () => {
    expect(after(silences(FAILURES * 2, WITHIN_MS))?.rest).toBeUndefined();
    const answered = [...silences(4), { kind: 'answers' as const, at: NOON + 5_000 }];
    expect(after(answered)).toBeUndefined();
    expect(after([...answered, { kind: 'no-answer', at: NOON + 6_000 }])?.rest).toBeUndefined();
  });

  test('rests at once, and for as long, where the provider says how long it will be away', () => {
    const breaker = after([{ kind: 'no-answer', at: NOON, retryAfterSeconds: 120 }]);
    expect(passage(breaker, NOON)).toEqual({ kind: 'resting', until: NOON + 120_000 });
  });
});

describe('a provider that asks for a pause', () => {
  test('gets it at once, for as long as it says', () => {
    const breaker = after([{ kind: 'rate-limited', at: NOON, retryAfterSeconds: 17 }]);
    expect(passage(breaker, NOON)).toEqual({ kind: 'resting', until: NOON + 17_000 });
  });

  test('without a time gets a short one', () => {
    const breaker = after([{ kind: 'rate-limited', at: NOON }]);
    expect(passage(breaker, NOON)).toEqual({ kind: 'resting', until: NOON + FIRST_REST_MS['rate-limited'] });
  });

  test('for an hour is asked again after five minutes', () => {
    const breaker = after([{ kind: 'rate-limited', at: NOON, retryAfterSeconds: 3_600 }]);
    expect(passage(breaker, NOON)).toEqual({ kind: 'resting', until: NOON + LONGEST_REST_MS });
  });
});

describe('when the rest is over', () => {
  const rested = after(silences(FAILURES));
  const end = NOON + 34_000;

  test('one probe goes; its success ends the matter', () => {
    expect(passage(rested, end)).toMatchObject({ kind: 'probe' });
    expect(after([{ kind: 'answers', at: end }], rested)).toBeUndefined();
  });

  test('a probe that fails doubles the rest, up to five minutes', () => {
    let breaker = rested;
    let at = end;
    const lengths = Array.from({ length: 5 }, () => {
      breaker = after([{ kind: 'no-answer', at }], breaker);
      const lasts = (breaker?.rest?.until ?? 0) - at;
      at += lasts;
      return lasts;
    });
    expect(lengths).toEqual([60_000, 120_000, 240_000, LONGEST_REST_MS, LONGEST_REST_MS]);
  });

  test('a probe that nobody tells of makes room for another after half a minute', () => {
    const first = passage(rested, end);
    expect(passage(rested, end + PROBE_MS - 1)).toEqual(first);
    expect(passage(rested, end + PROBE_MS)).toMatchObject({ kind: 'probe', until: end + 2 * PROBE_MS });
    expect(passage(rested, end + PROBE_MS)).not.toEqual(first);
  });
});

describe('what was under way when the rest began', () => {
  const rested = after(silences(FAILURES));

  test('neither ends nor doubles it', () => {
    const late = { askedAt: NOON, kind: 'answers' } as const;
    expect(signalled(rested, late, NOON + 5_000)).toBe(rested);
    const silence = { askedAt: NOON, kind: 'no-answer' } as const;
    expect(signalled(rested, silence, NOON + 5_000)).toEqual(rested);
  });

  test('makes it longer where the provider asks for more', () => {
    const limited = { askedAt: NOON, kind: 'rate-limited', retryAfterSeconds: 90 } as const;
    expect(signalled(rested, limited, NOON + 5_000)?.rest?.until).toBe(NOON + 95_000);
  });
});

/** Performers that try at random times, some of which die before they tell; the provider answers, is silent or complains. */
const attempt = fc.record({
  afterMs: fc.integer({ min: 0, max: 20_000 }),
  outcome: fc.constantFrom<Sign['kind'] | 'dies'>('answers', 'no-answer', 'rate-limited', 'dies'),
  retryAfterSeconds: fc.option(fc.integer({ min: 0, max: 7_200 }), { nil: undefined }),
});

test('a rest has one probe, one more for each half minute without a word of it, and is over in five minutes', () => {
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 80 }), (attempts) => {
      let breaker: Breaker | undefined;
      let now = NOON;
      const claimed: { name: string; rest: number }[] = [];
      for (const { afterMs, outcome, ...asked } of attempts) {
        now += afterMs;
        const found = passage(breaker, now);
        if (found.kind === 'resting') expect(found.until - now).toBeLessThanOrEqual(LONGEST_REST_MS);
        if (found.kind === 'resting') continue;
        const rest = breaker?.rest?.until ?? now;
        if (found.kind === 'probe') {
          if (claimed.some(({ name }) => name === found.name)) continue;
          claimed.push({ name: found.name, rest });
          const ofThisRest = claimed.filter((one) => one.rest === rest).length;
          expect(ofThisRest).toBeLessThanOrEqual(1 + Math.floor((now - rest) / PROBE_MS));
        }
        if (outcome === 'dies') continue;
        breaker = signalled(breaker, { kind: outcome, askedAt: now, ...definedOnly(asked) }, now);
        expect(passage(breaker, now).kind).not.toBe('probe');
      }
    }),
  );
});
