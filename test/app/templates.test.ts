import type { App } from '../../src/app/call';
import { offersTemplates, templatesAt, templatesOf } from '../../src/app/templates';
import { fail, ok } from '../../src/domain/result';
import type { ProjectSettings } from '../../src/domain/settings';
import type { Template } from '../../src/domain/template';
import type { TemplatePage, TemplateRequests } from '../../src/providers/provider';
import type { OpenNumber } from '../../src/storage/numbers';
import { leavePlatform, onPlatform } from '../forge/onPlatform';

const MINUTE = 60_000;
const LATE = 'The provider did not answer in time. Please try again later.';
const named = (name: string): Template => ({
  id: name,
  name,
  language: 'en',
  status: 'approved',
  body: 'Hello',
  placeholders: [],
  buttons: [],
});
const open = { number: { id: 'n1', receiver: 'r1' }, connection: { id: 'c1', provider: 'p1' }, credentials: {} };

afterEach(leavePlatform);

type Answer = TemplatePage | 'no answer' | 'limited' | { readonly refused: string };

/** A number whose provider answers page by page, its clock, and which pages were asked for. */
function numberOf(answers: readonly Answer[], { remainingMs = 60_000 } = {}) {
  const time = { now: 1_000_000, remainingMs };
  const asked: (string | undefined)[] = [];
  let answer: Answer | undefined;
  const requests: TemplateRequests = {
    list({ receiver, cursor }) {
      expect(receiver).toBe('r1');
      answer = answers[asked.push(cursor) - 1];
      return { method: 'GET', url: 'https://provider.example/templates', headers: {} };
    },
    readPage() {
      if (typeof answer !== 'object') throw new Error('there is nothing to read');
      return 'refused' in answer ? fail(answer.refused) : ok(answer);
    },
  };
  const send = async () => {
    if (answer === 'no answer') throw new Error('no answer');
    if (answer === 'limited') return { status: 429, headers: { 'retry-after': '90' }, body: '' };
    return { status: 200, headers: {}, body: '' };
  };
  const quiet = () => undefined;
  const { app } = onPlatform({
    replaced: {
      http: { send, download: () => Promise.reject(new Error('no files here')) },
      clock: { now: () => time.now, remainingMs: () => time.remainingMs, sleep: async () => undefined },
      log: { info: quiet, warn: quiet, error: quiet },
    },
  });
  const names = async (fresh = false) => {
    const listed = await templatesOf(withGateway(app, requests), open as unknown as OpenNumber, { fresh });
    return listed.ok ? listed.value.templates.map(({ name }) => name) : listed.failure;
  };
  const whole = (fresh = false) => templatesOf(withGateway(app, requests), open as unknown as OpenNumber, { fresh });
  return { app, time, asked, names, whole };
}

/** The app with one provider, whose gateway has these requests, or none. */
const withGateway = (app: App, templates?: TemplateRequests): App =>
  ({ ...app, registry: new Map([['p1', { connect: () => ok({ templates }) }]]) }) as unknown as App;

test('X13 every page is read, and the list is known for ten minutes', async () => {
  const { names, asked, time } = numberOf([
    { templates: [named('a')], cursor: '1' },
    { templates: [named('b')] },
    { templates: [named('c')] },
  ]);

  expect(await names()).toEqual(['a', 'b']);
  time.now += 10 * MINUTE - 1;
  expect(await names()).toEqual(['a', 'b']);
  expect(asked).toEqual([undefined, '1']);
  time.now += 1;
  expect(await names()).toEqual(['c']);
});

test('an administrator who asks again gets what the provider says now', async () => {
  const { names } = numberOf([{ templates: [named('a')] }, { templates: [named('b')] }]);

  expect(await names()).toEqual(['a']);
  expect(await names(true)).toEqual(['b']);
  expect(await names()).toEqual(['b']);
});

test.each([
  ['does not answer', 'no answer', LATE],
  ['refuses', { refused: 'The key may not read templates.' }, 'The key may not read templates.'],
] as const)('a provider that %s at the second page costs no list that was known', async (_, second, sentence) => {
  const { names, time } = numberOf([{ templates: [named('a')] }, { templates: [named('b')], cursor: '1' }, second]);
  expect(await names()).toEqual(['a']);

  expect(await names(true)).toBe(sentence);

  time.now += 5 * MINUTE;
  expect(await names()).toEqual(['a']);
});

test('a list without an end is read for twenty pages, and says that there were more', async () => {
  const pages = Array.from({ length: 30 }, (_, page) => ({ templates: [named(`t${page}`)], cursor: String(page) }));
  const { whole, asked } = numberOf(pages);

  expect(await whole()).toMatchObject({ value: { isCut: true, templates: { length: 20 } } });
  expect(asked).toHaveLength(20);
});

test('where no time is left nothing is asked, and no empty list is kept', async () => {
  const { names, asked, time } = numberOf([{ templates: [named('a')] }], { remainingMs: 10_000 });

  expect(await names()).toBe(LATE);
  expect(asked).toEqual([]);

  time.remainingMs = 10_001;
  expect(await names()).toEqual(['a']);
});

test('a provider without templates, and credentials that are no longer good, have none to list', async () => {
  const { app } = numberOf([]);
  const number = open as unknown as OpenNumber;
  const refused = { ...app, registry: new Map([['p1', { connect: () => fail('?') }]]) } as unknown as App;
  const unknown = { ...app, registry: new Map() };

  for (const one of [withGateway(app), refused, unknown]) {
    expect(templatesAt(one, number)).toBeUndefined();
    expect(await templatesOf(one, number, { fresh: true })).toEqual({ ok: false, failure: '' });
  }
});

test.each([
  ['block', false],
  ['sms', false],
  ['template', true],
  ['template-or-sms', true],
] as const)('S1-11 X13 with the rule "%s", WhatsApp offers templates: %s; SMS never does', (outsideWindow, offered) => {
  const settings = { outsideWindow } as ProjectSettings;
  expect(offersTemplates('whatsapp', settings)).toBe(offered);
  expect(offersTemplates('sms', settings)).toBe(false);
});

test('X13 a provider that asks for a pause is not asked before it is over, and whoever asks is told how long', async () => {
  const { names, time } = numberOf(['limited', 'limited', { templates: [named('a')] }]);
  const wait = (time: string) => `The provider asked to be left alone for a while. Please try again in ${time}.`;

  expect(await names()).toBe(wait('90 seconds'));
  time.now += 89_000;
  expect(await names()).toBe(wait('a second'));
  time.now += 1_000;
  expect(await names()).toEqual(['a']);
});
