import { registry } from '../../src/providers/registry';
import { EVERY_NUMBER } from '../support/everyNumber';
import { ANA, JONAS, metaNumber, sandboxWorld, twilioWhatsApp } from '../support/worldSteps';

async function whereAnaAsked(numbers = [metaNumber()]) {
  const steps = await sandboxWorld({ numbers });
  const [ana, ben] = [steps.phone(ANA), steps.agent('Ben')];
  const question = await ana.writes('Which floor?');
  await ana.writes('And which room?');
  const { messages, composer } = await ben.opensTab('SUP-1');
  const asked = messages[0]?.key;
  const replies = async (text: string, more: object = {}) => {
    const answer = await ben.invokes(
      'sendMessage',
      { draftId: ben.nextDraft(), text, quotes: asked, ...more },
      'SUP-1',
    );
    await steps.settle();
    return answer;
  };
  const rows = async () => (await ben.opensTab('SUP-1')).messages;
  return { ...steps, ana, ben, question, messages, composer, replies, rows };
}

const GONE = { ok: true, output: { status: 'failed', reason: 'quote-gone' } };

test('a reply shows what it replies to: on the phone, in its row and in Jira', async () => {
  const { ana, question, composer, replies, rows, comments } = await whereAnaAsked();
  expect(composer.quotes).toBe(true);

  await replies('The third');

  expect(ana.messages().at(-1)).toMatchObject({ text: 'The third', quotes: question });
  expect((await rows()).at(-1)).toMatchObject({ body: { text: 'The third' }, quoted: 'Which floor?' });
  expect(await comments('SUP-1')).toEqual(['Which floor?\nThe third']);
});

const QUOTING = EVERY_NUMBER.filter(({ provider, channel }) => registry.get(provider)?.limits[channel]?.quotes);

test.each(QUOTING)(
  'the phone shows the quote by $provider, too, of the customer’s and of our own words',
  async (number) => {
    const { ana, question, replies, rows } = await whereAnaAsked([number]);
    await replies('The third');
    expect(ana.messages().at(-1)).toMatchObject({ text: 'The third', quotes: question });
    const [own, ownKey] = [ana.messages().at(-1)?.id, (await rows()).at(-1)?.key];
    await replies('Room 312', { quotes: ownKey });
    expect(ana.messages().at(-1)).toMatchObject({ text: 'Room 312', quotes: own });
    expect((await rows()).at(-1)).toMatchObject({ quoted: 'The third' });
  },
);

test('the comment of a reply that is edited, and edited back, is told apart from its quote', async () => {
  const { ana, ben, replies, rows, commentsOf } = await whereAnaAsked();
  await replies('The third');
  const [comment] = await commentsOf('SUP-1');
  const id = comment?.id ?? '';
  const quoting = (text: string) => ({
    type: 'doc',
    version: 1,
    content: [
      { type: 'blockquote', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Which floor?' }] }] },
      { type: 'paragraph', content: [{ type: 'text', text }] },
    ],
  });
  await ben.editsComment('SUP-1', id, quoting('The fourth'));
  expect((await rows()).at(-1)).toMatchObject({ comment: { change: 'edited' } });
  await ben.editsComment('SUP-1', id, quoting('The third'));
  expect((await rows()).at(-1)).not.toHaveProperty('comment');

  await ben.editsComment('SUP-1', id, quoting('The fourth'));
  const message = (await rows()).at(-1)?.key;
  await ben.invokes('sendCorrection', { draftId: ben.nextDraft(), message }, 'SUP-1');
  expect(ana.answers()).toEqual(['The third', 'The fourth']);
});

test('what was deleted, is too old, or belongs to another conversation is not quoted: nothing is sent, and the reason told', async () => {
  const { ana, ben, question, replies, rows, clock, phone, agent } = await whereAnaAsked();
  await phone(JONAS).writes('Hello');
  const foreign = (await agent('Ben').opensTab('SUP-2')).messages[0]?.key;
  expect(await replies('The third', { quotes: foreign })).toMatchObject(GONE);

  await clock.advance({ hours: 31 * 24 });
  await ana.writes('Still there?');
  expect(await replies('The third')).toMatchObject(GONE);

  const newest = (await rows()).at(-1);
  expect(newest?.quotableFrom).toBeDefined();
  const id = ana.messages().at(-1)?.id ?? question;
  await ana.sends({ channel: 'whatsapp', deletion: { target: id } });
  expect(await replies('Yes', { quotes: newest?.key })).toMatchObject(GONE);
  expect(ana.answers()).toEqual([]);
  expect((await ben.opensTab('SUP-1')).messages.some(({ side }) => side === 'business')).toBe(false);
});

test('a draft that was answered is answered again, though its quote is gone meanwhile', async () => {
  const { ana, ben, question, replies } = await whereAnaAsked();
  const draftId = ben.nextDraft();
  await replies('The third', { draftId });
  await ana.sends({ channel: 'whatsapp', deletion: { target: question } });
  expect(await replies('The third', { draftId })).toMatchObject({ ok: true, output: { status: 'read' } });
  expect(ana.answers()).toEqual(['The third']);
});

test('a provider that cannot quote is not offered to, and is sent no quote', async () => {
  const { ana, composer, replies } = await whereAnaAsked([twilioWhatsApp()]);
  expect(composer).not.toHaveProperty('quotes');
  expect(await replies('The third')).toMatchObject(GONE);
  expect(ana.answers()).toEqual([]);
});
