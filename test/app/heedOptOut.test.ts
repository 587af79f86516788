import { heedRefusal, heedReport } from '../../src/app/heedOptOut';
import type { Delivery, SendFailure } from '../../src/domain/delivery';
import { isSuppressed, recordSuppression } from '../../src/storage/suppression';
import { leavePlatform, onPlatform } from '../forge/onPlatform';
import { ANAS_PHONE, anInbound, anOutbound, NOW, NUMBER, OTHER_NUMBER } from '../support/builders';

afterEach(leavePlatform);

const OPTED_OUT: SendFailure = { reason: 'opted-out', code: '21610' };

/** Ana, to whom a message was given at NOW that failed a minute later. */
function told() {
  const { app, ports } = onPlatform();
  const failedWith = (failure: SendFailure): Delivery => ({
    status: 'failed',
    failure,
    history: [
      { status: 'queued', at: NOW - 5_000 },
      { status: 'accepted', at: NOW },
      { status: 'failed', at: NOW + 60_000 },
    ],
  });
  return {
    ports,
    refused: (failure = OPTED_OUT) => heedRefusal(app, failure, { address: ANAS_PHONE, at: NOW }),
    reported: (failure = OPTED_OUT, number = NUMBER) =>
      heedReport(app, anOutbound({ delivery: failedWith(failure) }), number),
    heard: (state: 'stopped' | 'started', at: number) => recordSuppression(ports, ANAS_PHONE, { state, at }),
    suppressed: () => isSuppressed(ports, ANAS_PHONE),
    app,
  };
}

describe.each(['refused', 'reported'] as const)(
  'X18 an opt-out that the provider tells where it has %s a message',
  (how) => {
    test('is remembered as a STOP', async () => {
      const ana = told();
      await ana[how]();
      expect(await ana.suppressed()).toBe(true);
    });

    test.each([
      ['since the message was given', NOW + 1_000, false],
      ['in the same second', NOW, false],
      ['before', NOW - 2, true],
    ])('a START that was said %s', async (_, at, suppressed) => {
      const ana = told();
      await ana.heard('started', at);
      await ana[how]();
      expect(await ana.suppressed()).toBe(suppressed);
    });

    test('told again after a START it changes nothing', async () => {
      const ana = told();
      await ana[how]();
      await ana.heard('started', NOW + 120_000);
      await ana[how]();
      expect(await ana.suppressed()).toBe(false);
    });

    test.each(['marketing-stopped', 'blocked', 'unreachable'] as const)('%s is none', async (reason) => {
      const ana = told();
      await ana[how]({ reason });
      expect(await ana.suppressed()).toBe(false);
    });
  },
);

test('a report for another number’s message, or for no message of ours, binds nobody', async () => {
  const ana = told();
  await ana.reported(OPTED_OUT, OTHER_NUMBER);
  await heedReport(ana.app, undefined, NUMBER);
  await heedReport(ana.app, anInbound(), NUMBER);
  expect(await ana.suppressed()).toBe(false);
});

test('an opt-out that cannot be kept leaves the outcome of the send as it is', async () => {
  const { app } = onPlatform();
  const store = { ...app.ports.store, put: () => Promise.reject(new Error('no')) };
  const broken = { ...app, ports: { ...app.ports, store } };
  await expect(heedRefusal(broken, OPTED_OUT, { address: ANAS_PHONE, at: NOW })).resolves.toBeUndefined();
});
