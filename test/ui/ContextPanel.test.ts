import { noAnswer, ok, open, refused } from './support/screen';
import { anOffer, inShort, openPanel } from './support/panel';
import { ContextPanel } from '../../src/ui/ContextPanel';

const MINUTE = 60_000;

test('a request with a conversation shows it in short, and where it is answered', async () => {
  const screen = await openPanel(inShort());
  expect(screen.text).toBe(
    [
      'Ana Kovač',
      '+385991903327',
      'WhatsApp',
      'Active',
      'New message',
      'The customer waits for an answer.',
      'Read and answer in the OmniChat tab under Activity.',
    ].join('\n'),
  );
});

test('a conversation that nobody waits in says nothing of waiting', async () => {
  const screen = await openPanel(inShort({ state: 'paused', unread: false, contact: { address: '+385991903327' } }));
  expect(screen.text).toBe('+385991903327\nWhatsApp\nPaused\nRead and answer in the OmniChat tab under Activity.');
});

test('it is looked at again by the minute', async () => {
  let view = inShort();
  const screen = await openPanel(() => view);
  view = inShort({ unread: false, waitingOn: 'customer' });
  await screen.wait(MINUTE);
  expect(screen.text).toContain('There is nothing to answer now.');
});

test('a request without a conversation is not asked about again and again: Jira would be asked each time', async () => {
  const screen = await openPanel(anOffer());
  await screen.wait(5 * MINUTE);
  expect(screen.inputs('viewPanel')).toHaveLength(1);
});

test('a panel that cannot be loaded says why and loads when asked again', async () => {
  const answers = [refused('not-allowed'), ok(inShort())];
  const screen = await open(ContextPanel, { viewPanel: () => answers.shift() });
  expect(screen.text).toBe('OmniChat could not be loaded\nYou are not allowed to do this.\nTry again');
  await screen.press('Try again');
  expect(screen.text).toContain('Ana Kovač');
});

test('a panel that gets no answer says so', async () => {
  const screen = await open(ContextPanel, { viewPanel: noAnswer });
  expect(screen.text).toContain('OmniChat did not answer. Please try again in a moment.');
});
