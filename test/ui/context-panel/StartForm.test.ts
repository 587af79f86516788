import { noAnswer, ok, refused, type Screen } from '../support/screen';
import { anOffer, inShort, openPanel, SMS, WHATSAPP } from '../support/panel';

const { from: _, ...whatsapp } = WHATSAPP;
const { from: __, ...sms } = SMS;
const rival = (issueKey?: string) => ({ ok: false, error: { code: 'another-active', message: '', issueKey } });

async function fill(screen: Screen): Promise<void> {
  await screen.type('Phone number', ' +385 99 190 3327 ');
  await screen.choose('How the customer agreed', 'Asked for it in a request');
}

test('S2-29 an agent starts a conversation from the first way, and the panel shows it', async () => {
  let view = anOffer();
  const screen = await openPanel(() => view, {
    startConversation: () => {
      view = inShort();
      return ok();
    },
  });
  await fill(screen);
  await screen.press('Start conversation');
  expect(screen.inputs('startConversation')).toEqual([{ ...whatsapp, phone: '+385 99 190 3327', consent: 'request' }]);
  expect(screen.text).toContain('Ana Kovač');
});

test('S2-31 the channel and number to write from are chosen', async () => {
  const screen = await openPanel(anOffer(), { startConversation: () => ok() });
  await fill(screen);
  await screen.choose('Write from', 'SMS, +385951006719');
  await screen.press('Start conversation');
  expect(screen.inputs('startConversation')).toEqual([{ ...sms, phone: '+385 99 190 3327', consent: 'request' }]);
});

test('X6 nothing starts without a phone number and how the customer agreed', async () => {
  const screen = await openPanel(anOffer());
  await expect(screen.press('Start conversation')).rejects.toThrow('cannot be pressed');
  await screen.type('Phone number', '+385991903327');
  await expect(screen.press('Start conversation')).rejects.toThrow('cannot be pressed');
  await screen.choose('How the customer agreed', 'Said so to an agent');
  await screen.type('Phone number', '  ');
  await expect(screen.press('Start conversation')).rejects.toThrow('cannot be pressed');
});

test.each([
  ['bad-phone', 'That is not a phone number.'],
  ['other-customer', 'This number belongs to another customer.'],
  ['suppressed', 'The customer at this number asked not to get any messages.'],
  ['has-conversation', 'This request has an OmniChat conversation already.'],
])('%s is said beside the button, and what was typed stays', async (code, sentence) => {
  const screen = await openPanel(anOffer(), { startConversation: () => refused(code) });
  await fill(screen);
  await screen.press('Start conversation');
  expect(screen.text).toContain(sentence);
  expect(screen.valueOf('Phone number')).toBe(' +385 99 190 3327 ');
  await screen.type('Phone number', '+385991903328');
  expect(screen.text).not.toContain(sentence);
});

test.each([
  ['098 123 4567', 'The country code seems to be missing.'],
  ['98 123 4567', 'It is taken as +981234567. Please check that it begins with the country code.'],
  ['72436', 'This looks like a short code.'],
  ['+1234567890123456', 'A phone number has 15 digits at most.'],
])('S2-42 "%s" is warned about while it is typed: %s', async (typed, sentence) => {
  const screen = await openPanel(anOffer());
  await screen.type('Phone number', typed);
  expect(screen.text).toContain(sentence);
  expect(screen.all('Icon', 'ErrorMessage')).toHaveLength(1);
  await screen.type('Phone number', '+385 98 123 4567');
  expect(screen.text).not.toContain(sentence);
});

test('a start without an answer says so', async () => {
  const screen = await openPanel(anOffer(), { startConversation: noAnswer });
  await fill(screen);
  await screen.press('Start conversation');
  expect(screen.text).toContain('OmniChat did not answer.');
});

test('X9 another active conversation is paused only when the agent says so', async () => {
  const answers = [rival('SUP-12'), ok()];
  const screen = await openPanel(anOffer(), { startConversation: () => answers.shift() });
  await fill(screen);
  await screen.press('Start conversation');
  expect(screen.text).toContain("This customer's active one belongs to SUP-12");
  await screen.press('Pause and go on');
  expect(screen.inputs('startConversation')).toHaveLength(2);
  expect(screen.inputs('startConversation')[1]).toMatchObject({ pauseOther: true });
  expect(screen.all('Modal')).toEqual([]);
});

test('X9 another conversation that has no request yet is asked about without a name', async () => {
  const screen = await openPanel(anOffer(), { startConversation: () => rival() });
  await fill(screen);
  await screen.press('Start conversation');
  expect(screen.text).toContain('this customer has another one.');
  await screen.press('Cancel');
  expect(screen.all('Modal')).toEqual([]);
});

test.each([
  ['outbound-off', 'In this project only customers start conversations.'],
  ['no-customer', 'This request has no customer as its reporter, so there is nobody to write to.'],
])('where %s stands against it, that is said instead of a form', async (why, sentence) => {
  const screen = await openPanel(anOffer({ refused: why }));
  expect(screen.text).toBe(`Start a conversation\n${sentence}`);
});

test('a project without business numbers says what is missing', async () => {
  const screen = await openPanel(anOffer({ ways: [] }));
  expect(screen.text).toContain('No business number is connected in this project.');
  expect(screen.has('Start conversation')).toBe(false);
});
