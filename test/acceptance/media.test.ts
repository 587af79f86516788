import { sampleOf } from '../../sandbox/samples';
import { fileSteps } from '../support/fileSteps';
import { ANA, sandboxWorld, twilioWhatsApp } from '../support/worldSteps';
import type { WorldWish } from '../support/world';

jest.setTimeout(120_000);

async function worldWithFiles(wish: WorldWish = {}) {
  const steps = await sandboxWorld(wish);
  return { ...steps, ...fileSteps(steps) };
}

test('S0-23 a first message that is a photo is a file of its request, which the customer sees in the portal', async () => {
  const { phone, agent, clock, files, shown, openedByCustomer, portalFiles, description } = await worldWithFiles();

  await phone(ANA).sends({ channel: 'whatsapp', media: { kind: 'image', caption: 'It leaks' } });
  await clock.advance({ seconds: 90 });

  const [photo, ...more] = files('SUP-1');
  expect([photo?.mimeType, photo?.size, more]).toEqual(['image/jpeg', sampleOf('image').bytes.length, []]);
  expect(await description('SUP-1')).toContain('It leaks');
  expect(shown('SUP-1')).toEqual([photo?.name]);
  expect(await portalFiles('SUP-1')).toEqual([photo?.name]);
  expect(await openedByCustomer('SUP-1')).toEqual([{ name: photo?.name, status: 200, bytes: photo?.size }]);
  const { messages } = await agent('Ben').opensTab('SUP-1');
  expect(messages.map(({ body }) => body.file)).toEqual([
    { state: 'there', href: `/secure/attachment/${photo?.id}/${photo?.name}`, name: photo?.name, size: photo?.size },
  ]);
});

test('a voice note and a PDF that follow an answer are comments that show them, each once', async () => {
  const { phone, agent, clock, files, shown, openedByCustomer } = await worldWithFiles();
  const ana = phone(ANA);
  await ana.writes('The machine leaks');
  await agent('Ben').comments('SUP-1', 'Which one?');

  await ana.sends({ channel: 'whatsapp', media: { kind: 'voice' } });
  await ana.sends({ channel: 'whatsapp', media: { kind: 'document', fileName: '../Invoice 2026.pdf' } });
  await clock.advance({ minutes: 5 });

  expect(files('SUP-1').map(({ name, mimeType }) => `${name.replace(/-\w{6}\./, '.')} ${mimeType}`)).toEqual([
    'voice-note.opus audio/ogg',
    'Invoice 2026.pdf application/pdf',
  ]);
  expect(shown('SUP-1')).toEqual(files('SUP-1').map(({ name }) => name));
  expect((await openedByCustomer('SUP-1')).map(({ status }) => status)).toEqual([200, 200]);
});

test('a file that a comment shows is not shown again when words that come late are put in their place in the description', async () => {
  const { phone, clock, files, shown, description } = await worldWithFiles();
  const said = clock.now();
  await phone(ANA).sends({ channel: 'whatsapp', media: { kind: 'document', fileName: 'Plan.pdf' } });
  await clock.advance({ seconds: 90 });

  await phone(ANA).sends({ channel: 'whatsapp', text: 'Here it comes', at: new Date(said - 5_000).toISOString() });
  await clock.advance({ seconds: 90 });

  expect(await description('SUP-1')).toBe('Here it comes\nDocument Plan.pdf');
  expect(shown('SUP-1')).toEqual(files('SUP-1').map(({ name }) => name));
});

test('Twilio’s files come from where its address leads, and that host never sees the credentials', async () => {
  const { phone, clock, files, outbox } = await worldWithFiles({ numbers: [twilioWhatsApp()] });

  await phone(ANA).sends({ channel: 'whatsapp', media: { kind: 'image' } });
  await clock.advance({ seconds: 90 });

  expect(files('SUP-1')).toHaveLength(1);
  const asked = outbox('twilio').filter(({ method, url }) => method === 'GET' && /Media|mms/.test(url));
  expect(asked.map(({ url, headers }) => [new URL(url).hostname, 'authorization' in headers])).toEqual([
    ['api.twilio.com', true],
    ['mms.twiliocdn.com', false],
  ]);
});

test('a file that its provider does not have yet is asked for again', async () => {
  const { phone, agent, clock, files, breaks } = await worldWithFiles({ numbers: [twilioWhatsApp()] });
  breaks({ at: 'carrier.file', kind: 'refuse', times: 2 });

  await phone(ANA).sends({ channel: 'whatsapp', media: { kind: 'image' } });
  await clock.advance({ minutes: 3 });

  expect(files('SUP-1')).toHaveLength(1);
  const { messages } = await agent('Ben').opensTab('SUP-1');
  expect(messages[0]?.body.file).toMatchObject({ state: 'there' });
});

test('a file that its provider never has is given up, and the tab says that it is gone', async () => {
  const { phone, agent, clock, files, breaks } = await worldWithFiles({ numbers: [twilioWhatsApp()] });
  breaks({ at: 'carrier.file', kind: 'refuse', times: 50 });

  await phone(ANA).sends({ channel: 'whatsapp', media: { kind: 'image' } });
  await clock.advance({ minutes: 5 });

  expect(files('SUP-1')).toEqual([]);
  const { messages } = await agent('Ben').opensTab('SUP-1');
  expect(messages[0]?.body.file).toEqual({ state: 'missing', reason: 'gone' });
});

test('a program that is called a photo stays where it is, and the tab says why', async () => {
  const { phone, agent, clock, files } = await worldWithFiles();
  const base64 = Buffer.from(`MZ${'\0'.repeat(80)}`).toString('base64');

  await phone(ANA).sends({ channel: 'whatsapp', media: { kind: 'image', base64, mimeType: 'image/jpeg' } });
  await clock.advance({ minutes: 5 });

  expect(files('SUP-1')).toEqual([]);
  const { messages } = await agent('Ben').opensTab('SUP-1');
  expect(messages[0]?.body.file).toEqual({ state: 'missing', reason: 'not-that-kind' });
});

test('a file that Jira refuses is fetched again when an agent asks for it', async () => {
  const { phone, agent, clock, files, shown, breaks, repairs } = await worldWithFiles();
  breaks({ at: 'jira.attach', kind: 'refuse', times: 5 });
  await phone(ANA).sends({ channel: 'whatsapp', media: { kind: 'image' } });
  await clock.advance({ minutes: 30 });
  const ben = agent('Ben');
  const [message] = (await ben.opensTab('SUP-1')).messages;
  expect(message?.body.file).toEqual({ state: 'missing', reason: 'jira-refused' });
  repairs();

  const answer = await ben.invokes('fetchFileAgain', { message: message?.key }, 'SUP-1');
  await clock.advance({ minutes: 2 });

  expect(answer.ok).toBe(true);
  expect(files('SUP-1')).toHaveLength(1);
  expect(shown('SUP-1')).toEqual(files('SUP-1').map(({ name }) => name));
});

test('what is copied internally is a file that the customer cannot open', async () => {
  const { phone, agent, clock, files, openedByCustomer, portalFiles } = await worldWithFiles({
    rules: { copy: 'internal' },
  });
  const ana = phone(ANA);
  await ana.writes('The machine leaks');
  await agent('Ben').answersInTab('SUP-1', 'Which one?');

  await ana.sends({ channel: 'whatsapp', media: { kind: 'image' } });
  await clock.advance({ minutes: 2 });

  expect(files('SUP-1')).toHaveLength(1);
  expect((await openedByCustomer('SUP-1')).map(({ status }) => status)).toEqual([404]);
  expect(await portalFiles('SUP-1')).toEqual([]);
});

test('a request that is created late gets the file then', async () => {
  const { phone, clock, files, shown, breaks, repairs } = await worldWithFiles();
  breaks({ at: 'jira.create-issue', kind: '500', times: 100 });
  await phone(ANA).sends({ channel: 'whatsapp', media: { kind: 'image' } });
  await clock.advance({ minutes: 3 });
  repairs();

  await clock.advance({ minutes: 40 });

  expect(files('SUP-1')).toHaveLength(1);
  expect(shown('SUP-1')).toHaveLength(1);
});
