import { ANA, JONAS, sandboxWorld } from '../support/worldSteps';

const autoReply = 'Thank you. We answer within a day.';

test('without a text nobody is answered automatically', async () => {
  const { phone } = await sandboxWorld();
  const ana = phone(ANA);

  await ana.writes('The printer is on fire');

  expect(ana.answers()).toEqual([]);
});

test('S2-19 X15 the first message of a conversation is answered automatically, later ones are not', async () => {
  const { phone, comments, description } = await sandboxWorld({ autoReply });
  const ana = phone(ANA);

  await ana.writes('The printer is on fire');
  await ana.writes('Hurry');

  expect(ana.screen()).toEqual(['The printer is on fire', autoReply, 'Hurry']);
  expect([await description('SUP-1'), await comments('SUP-1')]).toEqual(['The printer is on fire\nHurry', []]);
});

test('S2-21 an SMS is answered by SMS, in the words of the administrator', async () => {
  const { phone } = await sandboxWorld({ autoReply: "Thanks for getting in touch. We're on it." });
  const ana = phone(ANA);

  await ana.texts('Hello');

  expect(ana.screen('sms')).toEqual(['Hello', "Thanks for getting in touch. We're on it."]);
});

test('an auto-reply is a row in the tab and never a comment', async () => {
  const { phone, agent, comments } = await sandboxWorld({ autoReply });

  await phone(ANA).writes('The printer is on fire');

  const { messages } = await agent('Ben').opensTab('SUP-1');
  expect(messages.map(({ author }) => author.kind)).toEqual(['customer', 'auto-reply']);
  expect(await comments('SUP-1')).toEqual([]);
});

test('an auto-reply does not end the description', async () => {
  const { phone, description } = await sandboxWorld({ autoReply });
  const ana = phone(ANA);

  await ana.writes('The printer is on fire');
  await ana.writes('The flames are blue');
  await ana.writes('Hurry');

  expect(await description('SUP-1')).toBe('The printer is on fire\nThe flames are blue\nHurry');
});

test('X15 the first message of the next conversation is answered automatically again once that has cooled down', async () => {
  const { phone, agent, clock } = await sandboxWorld({ autoReply });
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  await agent('Ben').transitions('SUP-1', 'Resolve');

  await ana.writes('It burns again');
  expect(ana.answers()).toEqual([autoReply, 'Your request SUP-1 is now Resolved.']);
  await agent('Ben').transitions('SUP-2', 'Resolve');
  await clock.advance({ minutes: 60 });
  await ana.writes('And again');

  expect(ana.answers()).toEqual([
    autoReply,
    'Your request SUP-1 is now Resolved.',
    'Your request SUP-2 is now Resolved.',
    autoReply,
  ]);
});

const OFFICE = { days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00', holidays: ['2026-11-17'] };

test('X15 outside the business hours the text for that is said instead, and on holidays', async () => {
  const rules = { autoReply, outOfHours: 'Hello {name}, we are back in the morning.', businessHours: OFFICE };
  const { phone, clock, comments, requests } = await sandboxWorld({ rules });
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  expect(ana.answers()).toEqual([autoReply]);
  await clock.advance({ hours: 24 });
  await phone(JONAS).writes('Nobody is there?');
  expect(phone(JONAS).answers()).toEqual([expect.stringMatching(/^Hello \S.*, we are back in the morning\.$/)]);
  expect(requests()).toEqual(['SUP-1', 'SUP-2']);
  expect([await comments('SUP-1'), await comments('SUP-2')]).toEqual([[], []]);
});

test('X15 a customer who answers at night is told so, once until that has cooled down', async () => {
  const rules = { outOfHours: 'We are back in the morning.', businessHours: OFFICE };
  const { phone, agent, clock } = await sandboxWorld({ rules });
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  await agent('Ben').answersInTab('SUP-1', 'Is it still burning?');
  await clock.advance({ hours: 10 });
  await ana.writes('Yes');
  await ana.writes('Very much so');
  expect(ana.answers()).toEqual(['Is it still burning?', 'We are back in the morning.']);
});

test('S1-12 X15 who waits for an agent is invited to write again before the window closes', async () => {
  const windowClosing = { text: 'Write to us to keep {key} open.', minutesBefore: 60 };
  const { phone, clock, comments, request } = await sandboxWorld({ rules: { windowClosing } });
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  await clock.advance({ hours: 22 });
  expect(ana.answers()).toEqual([]);
  await clock.advance({ minutes: 70 });
  expect(ana.answers()).toEqual(['Write to us to keep SUP-1 open.']);
  await clock.advance({ hours: 48 });
  expect(ana.answers()).toHaveLength(1);
  expect([await comments('SUP-1'), (await request('SUP-1')).status]).toEqual([[], 'Waiting for support']);
});

test('S1-12 X15 who has been answered is not invited', async () => {
  const { phone, agent, clock } = await sandboxWorld({
    rules: { windowClosing: { text: 'Write!', minutesBefore: 60 } },
  });
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  await agent('Ben').answersInTab('SUP-1', 'It is out');
  await clock.advance({ hours: 25 });
  expect(ana.answers()).toEqual(['It is out']);
});

test('X15 a customer gets the same automatic text as often as the rules allow, and Jira is told of none', async () => {
  const { phone, agent, clock, comments, requests } = await sandboxWorld({
    rules: { autoReply, coolDownMinutes: 10, statusNotices: [] },
  });
  const ana = phone(ANA);
  const ben = agent('Ben');
  await ana.writes('One');
  await ben.transitions('SUP-1', 'Resolve');
  await clock.advance({ minutes: 8 });
  await ana.writes('Two');
  expect(ana.answers()).toEqual([autoReply]);
  await ben.transitions('SUP-2', 'Resolve');
  await clock.advance({ minutes: 3 });
  await ana.writes('Three');
  expect(ana.answers()).toEqual([autoReply, autoReply]);
  expect(requests()).toEqual(['SUP-1', 'SUP-2', 'SUP-3']);
  expect(await comments('SUP-1')).toEqual([]);
});

test('X15 an automatic message gets no automatic answer', async () => {
  const { phone, requests } = await sandboxWorld({ autoReply });
  const ana = phone(ANA);
  await ana.writes('Automatic reply: I am out of office until Monday.');
  expect(requests()).toEqual(['SUP-1']);
  expect(ana.answers()).toEqual([]);
});

test('S1-12 X15 an automatic message is no reason to invite anybody to write again, nor to put it off', async () => {
  const windowClosing = { text: 'Write to us to keep {key} open.', minutesBefore: 60 };
  const { phone, clock } = await sandboxWorld({ rules: { windowClosing } });
  const ana = phone(ANA);
  const jonas = phone(JONAS);
  await ana.writes('Automatic reply: I am on holiday.');
  await jonas.writes('The printer is on fire');
  await clock.advance({ hours: 20 });
  await jonas.writes('Automatic reply: I am on holiday.');
  await clock.advance({ hours: 3, minutes: 10 });
  expect(jonas.answers()).toEqual(['Write to us to keep SUP-2 open.']);
  await clock.advance({ hours: 48 });
  expect([ana.answers(), jonas.answers().length]).toEqual([[], 1]);
});
