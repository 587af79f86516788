import { ANA, sandboxWorld } from '../../support/worldSteps';
import { metaBody, metaText, webhooksOf } from '../../support/webhooks';

const digits = ANA.slice(1);

/** Ana's messages reach the app in the order given, each said `secondsAgo`. */
async function arriving(...messages: readonly { text: string; secondsAgo: number }[]) {
  const steps = await sandboxWorld();
  const { meta, receiver } = await webhooksOf(steps.world);
  const now = steps.clock.now();
  const send = async ({ text, secondsAgo }: { text: string; secondsAgo: number }) => {
    const message = metaText(digits, text, { text, atMs: now - secondsAgo * 1_000 });
    return meta(metaBody({ receiver: receiver('meta'), from: digits, messages: [message] }));
  };
  const arrive = async (index: number) => expect((await send(messages[index]!)).status).toBe(200);
  return { ...steps, arrive };
}

test('a message that arrives late stands in the description where it was said', async () => {
  const { arrive, settle, description, comments } = await arriving(
    { text: 'It burns', secondsAgo: 10 },
    { text: 'The printer is on fire', secondsAgo: 20 },
  );
  await arrive(0);
  await settle();

  await arrive(1);
  await settle();

  expect(await description('SUP-1')).toBe('The printer is on fire\nIt burns');
  expect(await comments('SUP-1')).toEqual([]);
});

test('a description written afresh whose answer was lost is neither doubled nor left for comments', async () => {
  const { arrive, settle, clock, breaks, description, comments } = await arriving(
    { text: 'It burns', secondsAgo: 10 },
    { text: 'The printer is on fire', secondsAgo: 20 },
    { text: 'Help', secondsAgo: 5 },
  );
  await arrive(0);
  await settle();
  breaks({ at: 'jira.edit-issue', kind: 'timeout-after', times: 1 });

  await arrive(1);
  await clock.advance({ minutes: 10 });
  await arrive(2);
  await clock.advance({ minutes: 10 });

  expect(await description('SUP-1')).toBe('The printer is on fire\nIt burns\nHelp');
  expect(await comments('SUP-1')).toEqual([]);
});
