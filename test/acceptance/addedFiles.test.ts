import { showing } from '../support/adf';
import { ANA, sandboxWorld, type Steps } from '../support/worldSteps';

jest.setTimeout(120_000);

/** The files on the customer's WhatsApp from the business. */
const filesShown = ({ phone }: Steps) =>
  phone(ANA)
    .messages()
    .flatMap(({ side, media, status }) => (side === 'business' && media ? [{ kind: media.kind, status }] : []));

test('a file that is added to a comment later is sent by a press, once, whoever presses as well', async () => {
  const steps = await sandboxWorld();
  const { phone, agent, clock, publicComments } = steps;
  await phone(ANA).writes('What does it look like?');
  const ben = agent('Ben');
  const [photo, pdf] = [
    await ben.attaches('SUP-1', 'image', 'a.jpg'),
    await ben.attaches('SUP-1', 'document', 'b.pdf'),
  ];
  const commentId = await ben.comments('SUP-1', showing('Like this', photo));
  await ben.editsComment('SUP-1', commentId, showing('Like this', photo, pdf));
  const row = (await ben.opensTab('SUP-1')).messages.find(({ comment }) => comment?.change === 'file-added');
  const draft = { draftId: ben.nextDraft(), message: row?.key };

  const [first, again, another] = await Promise.all(
    [draft, draft, { ...draft, draftId: ben.nextDraft() }].map((input) =>
      ben.invokes('sendAddedFiles', input, 'SUP-1'),
    ),
  );
  await clock.advance({ minutes: 2 });

  expect([first, again].map((one) => one?.ok)).toEqual([true, true]);
  expect(another).not.toMatchObject({ ok: true, output: { status: 'accepted' } });
  expect(filesShown(steps).map(({ kind, status }) => [kind, status])).toEqual([
    ['image', 'read'],
    ['document', 'read'],
  ]);
  const { messages } = await ben.opensTab('SUP-1');
  expect(messages.slice(1).map(({ body, via, comment }) => [body.kind, via, comment])).toEqual([
    ['text', 'comment', undefined],
    ['image', 'comment', undefined],
    ['document', 'comment', undefined],
  ]);
  expect(await publicComments('SUP-1')).toHaveLength(1);
  const late = { ...draft, draftId: ben.nextDraft() };
  expect(await ben.invokes('sendAddedFiles', late, 'SUP-1')).toMatchObject({ error: { code: 'not-found' } });
});

test('X12 by SMS a file that is added to a comment is refused, and nothing is stored', async () => {
  const { phone, agent } = await sandboxWorld();
  await phone(ANA).texts('What does it look like?');
  const ben = agent('Ben');
  const photo = await ben.attaches('SUP-1', 'image', 'a.jpg');
  const commentId = await ben.comments('SUP-1', 'Like this');
  await ben.editsComment('SUP-1', commentId, showing('Like this', photo));
  const row = (await ben.opensTab('SUP-1')).messages.at(-1);

  const answer = await ben.invokes('sendAddedFiles', { draftId: ben.nextDraft(), message: row?.key }, 'SUP-1');

  expect(answer).toMatchObject({ ok: true, output: { status: 'failed', reason: 'sms-text-only' } });
  expect(phone(ANA).screen('sms')).toEqual(['What does it look like?', 'Like this']);
  expect((await ben.opensTab('SUP-1')).messages.at(-1)).toMatchObject({
    key: row?.key,
    comment: { change: 'file-added' },
  });
});

test('an edit that changes the text and adds a file is told as both, and each goes by a press of its own', async () => {
  const { phone, agent } = await sandboxWorld();
  await phone(ANA).writes('What does it look like?');
  const ben = agent('Ben');
  const photo = await ben.attaches('SUP-1', 'image', 'a.jpg');
  const commentId = await ben.comments('SUP-1', 'Like that');
  await ben.editsComment('SUP-1', commentId, showing('Like this', photo));
  const row = (await ben.opensTab('SUP-1')).messages.at(-1);
  expect(row?.comment).toMatchObject({ change: 'edited', isFileAdded: true });

  for (const call of ['sendCorrection', 'sendAddedFiles'])
    expect(await ben.invokes(call, { draftId: ben.nextDraft(), message: row?.key }, 'SUP-1')).toMatchObject({
      ok: true,
      output: { status: 'accepted' },
    });

  const got = phone(ANA).messages().slice(-3);
  expect(got.map(({ text, media }) => media?.kind ?? text)).toEqual(['Like that', 'Like this', 'image']);
  const told = (await ben.opensTab('SUP-1')).messages.find(({ key }) => key === row?.key);
  expect(told?.comment).toEqual({ change: 'corrected', at: expect.any(String) as string });
});
