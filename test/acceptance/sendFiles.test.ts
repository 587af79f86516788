import { sampleOf } from '../../sandbox/samples';
import { showing } from '../support/adf';
import type { Agent } from '../support/agentSteps';
import { EVERY_NUMBER } from '../support/everyNumber';
import { fileSteps } from '../support/fileSteps';
import type { WorldWish } from '../support/world';
import { ANA, JONAS, sandboxWorld } from '../support/worldSteps';

jest.setTimeout(120_000);

async function worldWithFiles(wish: WorldWish = {}) {
  const steps = await sandboxWorld(wish);
  return { ...steps, ...fileSteps(steps) };
}

type Steps = Awaited<ReturnType<typeof worldWithFiles>>;

/** The files on a customer's screen from the business: kind, words, bytes and tick. */
const filesShown = ({ world, phone }: Steps, channel: 'whatsapp' | 'sms' = 'whatsapp') =>
  phone(ANA)
    .messages()
    .filter((message) => message.side === 'business' && message.channel === channel && message.media)
    .map(({ media, status }) => ({
      kind: media?.kind,
      caption: media?.caption,
      bytes: world.phones.files.get(media?.file ?? '')?.bytes.length,
      status,
    }));

test('S0-24 a photo, a voice note and a PDF sent from the tab are on the WhatsApp phone once, and in the request', async () => {
  const steps = await worldWithFiles();
  const { phone, agent, clock, shown, openedByCustomer } = steps;
  await phone(ANA).writes('What does it look like?');
  const ben = agent('Ben');
  const photo = await ben.attaches('SUP-1', 'image', 'machine.jpg');
  const voice = await ben.attaches('SUP-1', 'voice', 'note.ogg');
  const pdf = await ben.attaches('SUP-1', 'document', 'offer.pdf');

  const answer = await ben.sendsFiles('SUP-1', 'Like this', [photo.id, voice.id, pdf.id]);
  await clock.advance({ minutes: 2 });

  expect(answer).toMatchObject({ ok: true, output: { status: 'accepted' } });
  expect(filesShown(steps)).toEqual([
    { kind: 'image', caption: 'Like this', bytes: sampleOf('image').bytes.length, status: 'read' },
    { kind: 'voice', caption: undefined, bytes: sampleOf('voice').bytes.length, status: 'read' },
    { kind: 'document', caption: undefined, bytes: sampleOf('document').bytes.length, status: 'read' },
  ]);
  expect(shown('SUP-1')).toEqual(['machine.jpg', 'note.ogg', 'offer.pdf']);
  expect((await openedByCustomer('SUP-1')).map(({ status }) => status)).toEqual([200, 200, 200]);
  const { messages } = await ben.opensTab('SUP-1');
  expect(messages.slice(1).map(({ body, delivery }) => [body.kind, body.text, delivery?.status])).toEqual([
    ['image', 'Like this', 'read'],
    ['voice', undefined, 'read'],
    ['document', undefined, 'read'],
  ]);
});

test('S2-53 a public comment that shows a photo and a PDF is its text and then the files, once', async () => {
  const steps = await worldWithFiles();
  const { phone, agent, clock, shown } = steps;
  await phone(ANA).writes('What does it look like?');
  const ben = agent('Ben');
  await ben.attaches('SUP-1', 'image', 'not shown.jpg');
  const photo = await ben.attaches('SUP-1', 'image', 'machine.jpg');
  const pdf = await ben.attaches('SUP-1', 'document', 'offer.pdf');

  const commentId = await ben.comments('SUP-1', showing('Like this', photo, pdf));
  await clock.advance({ minutes: 2 });
  await ben.editsComment('SUP-1', commentId, 'Like that');

  expect(phone(ANA).screen()).toEqual(['What does it look like?', 'Like this', '[image]', '[document]']);
  expect(filesShown(steps).map(({ bytes, status }) => [bytes, status])).toEqual([
    [sampleOf('image').bytes.length, 'read'],
    [sampleOf('document').bytes.length, 'read'],
  ]);
  expect(shown('SUP-1')).toEqual([]);
});

test('a file that only an internal comment shows never leaves Jira', async () => {
  const steps = await worldWithFiles();
  await steps.phone(ANA).writes('Hello');
  const ben = steps.agent('Ben');
  const photo = await ben.attaches('SUP-1', 'image', 'machine.jpg');

  await ben.commentsInternally('SUP-1', showing('For us', photo));
  await steps.clock.advance({ minutes: 2 });

  expect(steps.phone(ANA).screen()).toEqual(['Hello']);
});

/** Ana has asked, Ben has a photo and a PDF for her, and the provider will let the files after his words wait. */
async function filesThatWait() {
  const steps = await worldWithFiles();
  await steps.phone(ANA).writes('What does it look like?');
  const ben = steps.agent('Ben');
  const photo = await ben.attaches('SUP-1', 'image', 'machine.jpg');
  const pdf = await ben.attaches('SUP-1', 'document', 'offer.pdf');
  steps.breaks({ at: 'carrier.send', kind: '429', times: 1, retryAfterSeconds: 120, skip: 1 });
  return { ...steps, ben, photo, pdf };
}

const WITHDRAWN: readonly (readonly [string, (ben: Agent, commentId: string) => Promise<void>])[] = [
  ['made internal', (ben, commentId) => ben.makesCommentInternal('SUP-1', commentId)],
  ['deleted', (ben, commentId) => ben.deletesComment('SUP-1', commentId)],
];

test.each(WITHDRAWN)(
  'a comment that is %s while its files wait for the provider keeps them in Jira',
  async (_, does) => {
    const { phone, clock, ben, photo, pdf } = await filesThatWait();
    const commentId = await ben.comments('SUP-1', showing('Like this', photo, pdf));
    await does(ben, commentId);
    await clock.advance({ minutes: 10 });

    expect(phone(ANA).screen()).toEqual(['What does it look like?', 'Like this']);
    const { messages } = await ben.opensTab('SUP-1');
    expect(messages.slice(1).map(({ body, delivery }) => [body.kind, delivery?.status, delivery?.reason])).toEqual([
      ['text', 'read', undefined],
      ['image', 'failed', 'withdrawn'],
      ['document', 'failed', 'withdrawn'],
    ]);
  },
);

test('a file that was removed from the request while it waited is a row that says so, and holds up nothing', async () => {
  const { phone, clock, ben, photo, pdf } = await filesThatWait();
  await ben.comments('SUP-1', showing('Like this', photo, pdf));
  await ben.removesFile(photo.id);
  await clock.advance({ minutes: 10 });

  expect(phone(ANA).screen()).toEqual(['What does it look like?', 'Like this', '[document]']);
  const { messages } = await ben.opensTab('SUP-1');
  expect(messages[2]).toMatchObject({ body: { kind: 'image' }, delivery: { status: 'failed', reason: 'file-gone' } });
});

test('S2-40 by SMS a comment with a file is its text; the file is a row that was not delivered, and a note says why', async () => {
  const { phone, agent, notes } = await worldWithFiles();
  await phone(ANA).texts('What does it look like?');
  const ben = agent('Ben');
  const photo = await ben.attaches('SUP-1', 'image', 'machine.jpg');

  await ben.comments('SUP-1', showing('Like this', photo));

  expect(phone(ANA).screen('sms')).toEqual(['What does it look like?', 'Like this']);
  const { messages } = await ben.opensTab('SUP-1');
  expect(messages.at(-1)).toMatchObject({ body: { kind: 'document' }, delivery: { reason: 'sms-text-only' } });
  expect(await notes('SUP-1')).toEqual([
    `Not delivered to ${ANA} on SMS: SMS cannot carry pictures, videos or attachments.`,
  ]);
});

test('X12 where the project sends no files the tab says so, and a comment goes without them', async () => {
  const { phone, agent, publicComments } = await worldWithFiles({ rules: { filesToCustomer: false } });
  await phone(ANA).writes('What does it look like?');
  const ben = agent('Ben');
  const photo = await ben.attaches('SUP-1', 'image', 'machine.jpg');

  const answer = await ben.sendsFiles('SUP-1', 'Like this', [photo.id]);
  await ben.comments('SUP-1', showing('Look', photo));

  expect(answer).toMatchObject({ ok: true, output: { status: 'failed', reason: 'files-off' } });
  expect(phone(ANA).screen()).toEqual(['What does it look like?', 'Look']);
  expect(await publicComments('SUP-1')).toEqual([expect.stringMatching(/^Look/)]);
});

test('a file of another request cannot be sent', async () => {
  const steps = await worldWithFiles();
  const { phone, agent } = steps;
  await phone(ANA).writes('Hello');
  const ben = agent('Ben');
  await phone(JONAS).writes('Another matter');
  const { id } = await ben.attaches('SUP-2', 'image', 'secret.jpg');

  const answer = await ben.sendsFiles('SUP-1', '', [id]);

  expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(filesShown(steps)).toEqual([]);
});

test.each(EVERY_NUMBER.filter(({ channel }) => channel === 'sms').map((number) => [number.provider, number] as const))(
  'X12 by SMS of %s a file is refused before anything is stored, with the reason',
  async (provider, number) => {
    const { phone, agent, outbox } = await worldWithFiles({ numbers: [number] });
    await phone(ANA).texts('Hello');
    const ben = agent('Ben');
    const { id } = await ben.attaches('SUP-1', 'image', 'machine.jpg');
    const before = outbox(provider).length;

    const answer = await ben.sendsFiles('SUP-1', 'Like this', [id]);

    expect(answer).toMatchObject({ ok: true, output: { status: 'failed', reason: 'sms-text-only' } });
    expect((await ben.opensTab('SUP-1')).messages).toHaveLength(1);
    expect(outbox(provider)).toHaveLength(before);
  },
);

test('a file that cannot be handed over is not delivered, and nothing looks sent', async () => {
  const steps = await worldWithFiles();
  const { phone, agent, breaks } = steps;
  await phone(ANA).writes('Hello');
  const ben = agent('Ben');
  const { id } = await ben.attaches('SUP-1', 'image', 'machine.jpg');
  breaks({ at: 'objects.upload', kind: '500', times: 5 });

  const answer = await ben.sendsFiles('SUP-1', '', [id]);

  expect(answer).toMatchObject({ ok: true, output: { status: 'failed', reason: 'file-unavailable' } });
  expect(filesShown(steps)).toEqual([]);
  expect((await ben.opensTab('SUP-1')).messages.at(-1)?.delivery).toMatchObject({ status: 'failed' });
});
