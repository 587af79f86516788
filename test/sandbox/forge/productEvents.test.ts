import type { ProductEvent } from '../../../sandbox/doors';
import { receives } from '../../../sandbox/forge/eventFilter';
import { evaluateExpression } from '../../../sandbox/forge/expression';
import { type Script, testPlatform } from './testPlatform';

const commented = (fields: object, selfGenerated = false): ProductEvent => ({
  eventType: 'avi:jira:commented:issue',
  selfGenerated,
  issue: { id: '1', fields },
});
const inServiceProject = { project: { projectTypeKey: 'service_desk' } };

async function delivered(...events: ProductEvent[]): Promise<string[]> {
  const seen: string[] = [];
  const { platform, agenda } = testPlatform({
    scripts: { onEvent: (_, event: ProductEvent) => void seen.push(event.eventType) },
  });
  for (const event of events) platform.emit(event);
  await agenda.advanceTo(agenda.now() + 5_000);
  return seen;
}

test('an event goes to the triggers that name it and whose filter lets it through', async () => {
  const created = { eventType: 'avi:jira:created:issue', selfGenerated: true };
  expect(await delivered(commented(inServiceProject), created, { eventType: 'avi:jira:viewed:issue' })).toEqual([
    'avi:jira:commented:issue',
    'avi:jira:created:issue',
  ]);
});

test('own events are left out where the filter says so, and events of other projects', async () => {
  expect(
    await delivered(commented(inServiceProject, true), commented({ project: { projectTypeKey: 'software' } })),
  ).toEqual([]);
});

test('an event arrives after its delay', async () => {
  let arrivedAt = 0;
  const { platform, agenda } = testPlatform({
    scripts: { onEvent: () => void (arrivedAt = agenda.now()) },
    delays: { productEventMs: [2_000, 180_000] },
  });
  const begin = agenda.now();
  platform.emit(commented(inServiceProject));
  await agenda.advanceTo(begin + 180_000);
  expect(arrivedAt - begin).toBeGreaterThanOrEqual(2_000);
});

async function tries(onEvent: (attempt: number) => Script): Promise<number> {
  let attempt = 0;
  const { platform, agenda } = testPlatform({
    scripts: { onEvent: (sdk, ...args: never[]) => onEvent((attempt += 1))(sdk, ...args) },
  });
  platform.emit(commented(inServiceProject));
  await agenda.advanceTo(agenda.now() + 3_600_000);
  return attempt;
}

test('an event comes again four times at most when the function asks for it', async () => {
  expect(
    await tries(
      () =>
        ({ InvocationError }) =>
          new InvocationError({ retryAfter: 5, retryReason: 'FUNCTION_RETRY_REQUEST' as never }),
    ),
  ).toBe(5);
});

test('an event comes again after a time-out, but not after an error', async () => {
  expect(await tries((attempt) => () => (attempt === 1 ? new Promise(() => undefined) : undefined))).toBe(2);
  expect(
    await tries(() => () => {
      throw new Error('lost');
    }),
  ).toBe(1);
});

test('a filter that fails drops the event unless it is told to receive', () => {
  const expression = 'event.issue.fields.project == 1';
  const event = { issue: {} };
  expect(receives({ expression }, event)).toMatchObject({
    receives: false,
    problem: expect.stringContaining('no project of null') as string,
  });
  expect(receives({ expression, onError: 'IGNORE' }, event)).toEqual({ receives: false });
  expect(receives({ expression, onError: 'RECEIVE_AND_LOG' }, event)).toMatchObject({ receives: true });
  expect(receives({ expression: "'text'", onError: 'RECEIVE' }, event)).toEqual({ receives: true });
});

test.each([
  ["event.a.b == 'x'", true],
  ['event[\'a\'].b != "x"', false],
  ['event.none?.b.c == null', true],
  ['event.n >= 2 && !(event.n > 2)', true],
  ['event.n < 1 || event.n <= 2', true],
  ['true && false', false],
])('the expression %s is %s', (source, expected) => {
  expect(evaluateExpression(source, { event: { a: { b: 'x' }, n: 2 } })).toBe(expected);
});

test.each(['event.', 'event ==', "event.a = 'x'", 'other.a', '(event', 'event.constructor.constructor()'])(
  'the expression %s is refused',
  (source) => {
    expect(() => evaluateExpression(source, { event: {} })).toThrow();
  },
);
