import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { RulesSchema } from '../../../src/storage/rulesSchema';

/** The story that shows what a value of a rule does, by the beginning of its title; a rule of free values has one. */
const STORIES: Readonly<Record<string, string>> = {
  'copy off': 'S2-07 off: the chat stays in the tab',
  'copy internal': 'internal: both sides stand in internal notes',
  'copy public': 'S0-09 S0-12 S0-14 S0-15 messages after the first answer',
  'unreadNote true': 'X1 in the tab-only preset one internal note tells',
  'unreadNote false': 'X1 without the rules for notes a conversation leaves none',
  'transcript off': 'X1 without the rules for notes a conversation leaves none',
  'transcript internal-note': 'X1 the transcript of a closed conversation',
  'bridge off': 'S2-10 S2-11 S4-18 off: a public comment stays in Jira',
  'bridge public': 'S1-01 S1-09 a public comment reaches the phone',
  'bridge prefixed': 'prefixed: only what begins with the prefix goes',
  bridgePrefix: 'X2 comments go by a beginning of the administrator’s own',
  'bridgeAutomation true': 'X2 a comment of automation reaches the phone',
  'bridgeAutomation false': 'X2 a comment of automation stays in Jira',
  'description first': 'S2-06 first: the opening message alone',
  'description aggregate-until-reply': 'S0-07 messages before the first answer are paragraphs',
  'joinComments until-answer': 'S0-09 S0-12 S0-14 S0-15 messages after the first answer',
  'joinComments by-time': 'words within the seconds join the last comment',
  coalesceSeconds: 'words within the seconds join the last comment',
  'newMessage customer-reply': 'X21 the composer begins with a reply to the customer',
  'newMessage internal-message': 'X21 S4-18 the composer begins with a message to the team',
  'agentName true': 'the agent’s name stands before the text',
  'agentName false': 'the customer gets an agent’s words without a name',
  language: 'X3 a notice speaks the language of the rules',
  statusNotices: 'X3 in the default preset the customer is told',
  autoReply: 'S2-19 X15 the first message of a conversation is answered',
  outOfHours: 'X15 outside the business hours the text for that',
  businessHours: 'X15 outside the business hours the text for that',
  'businessHours null': 'S2-19 X15 the first message of a conversation is answered',
  'windowClosing.text': 'S1-12 X15 who waits for an agent is invited',
  'windowClosing.minutesBefore': 'S1-12 X15 who waits for an agent is invited',
  coolDownMinutes: 'X15 a customer gets the same automatic text as often as the rules allow',
  'closeOn done-category': 'a resolved request closes its conversation',
  'closeOn statuses': 'X8 a named status closes',
  'closeOn button': 'X8 where only the button closes',
  closeStatuses: 'X8 a status of the category Done closes nothing',
  'closeTransition.status': 'X8 the button closes the conversation with its note, and moves the request',
  'closeTransition.resolution': 'X8 the button closes the conversation with its note, and moves the request',
  closeAfterDays: 'X8 a conversation that is silent for the days',
  'afterClose new': 'X7 a message after the close opens a request without a link',
  'afterClose new-linked': 'S0-21 S2-35 a message after closing opens a new linked request',
  'afterClose reopen': 'X7 S4-11 a message within the days moves the old request',
  reopenDays: 'X7 S4-11 a message within the days moves the old request',
  lockedText: 'X7 S4-12 S4-13 a locked conversation keeps what the customer writes',
  'smallTalk true': 'thanks after the close are seen and open nothing',
  'smallTalk false': 'X7 thanks after the close open a request',
  'reactivateOn leaving-status': 'X9 leaving the status is the only way back',
  'reactivateOn button': 'X9 the button is the only way back',
  'reactivateOn both': 'X9 the button reopens a conversation that Done closed',
  'onClose keep': 'X20 the assignee stays after the close',
  'onClose unassign': 'X20 S3-07 closing by a person takes the request',
  fallbackRequestTypeId: 'X16 where Jira wants a field that no message fills',
  summary: 'X17 the project’s own summary',
  'createRequest at-once': 'X19 at once: a first message is a request',
  'createRequest on-triage': 'X19 S4-05 on triage: what customers write waits',
  'assignOnAnswer off': 'answers take nothing where the rules are off',
  'assignOnAnswer if-unassigned': 'the first agent who answers takes a request',
  whenCustomerWrites: 'the request goes to and fro with whose turn it is',
  whenAgentAnswers: 'the request goes to and fro with whose turn it is',
  'outbound off': 'X6 S0-02 S2-02 no agent starts a conversation',
  'outbound linked-customer': 'X6 a linked customer is written to',
  'outbound any': 'X6 S1-02 where anybody may be written to',
  quietHours: 'X6 nobody is texted out of the blue at night',
  'quietHours null': 'X6 without quiet hours an SMS goes out at night',
  'scope customer': 'X10 X11 a customer has one conversation whatever the number',
  'scope customer-channel': 'X10 a customer has one conversation per channel',
  'scope customer-number': 'X10 X11 a customer has one conversation per business number',
  'outsideWindow block': 'X13 block: outside the window nothing goes out',
  'outsideWindow template': 'S1-11 S2-51 S2-52 X13 template: an approved one, listed over pages',
  'outsideWindow sms': 'X13 outside the window SMS is offered',
  'outsideWindow template-or-sms': 'X13 template-or-sms: outside the window',
  'filesToCustomer true': 'S0-24 a photo, a voice note and a PDF sent from the tab',
  'filesToCustomer false': 'X12 where the project sends no files',
  'readReceipts never': 'a customer is never shown that they were read',
  'readReceipts on-answer': 'an answer shows the customer once',
  'readReceipts on-open': 'opening the tab shows the customer once',
  'optOutWords.standard true': 'X18 a bare opt-out word of another language, or of the administrator',
  'optOutWords.standard false': 'X18 without the standard words STOP is a message',
  'optOutWords.more': 'X18 a bare opt-out word of another language, or of the administrator',
  'optOutWords.back': 'X18 an administrator’s own word takes the opt-out back',
  smsValidityHours: 'X22 S2-38 an SMS tells its carrier',
  smsMaxParts: 'X23 an SMS may be as long as the rules say',
  smsWarnParts: 'X23 an SMS may be as long as the rules say',
};

test('every value of every rule has a story of its own', () => {
  expect(Object.keys(STORIES).sort()).toEqual(Object.entries(RulesSchema.shape).flatMap(values).sort());
  const titles = titlesOf(join(__dirname, '..'));
  const untold = Object.values(STORIES).filter((story) => !titles.some((title) => title.startsWith(story)));
  expect(untold).toEqual([]);
});

function values([rule, schema]: [string, z.ZodType]): readonly string[] {
  if (schema instanceof z.ZodEnum) return schema.options.map((value) => `${rule} ${value}`);
  if (schema instanceof z.ZodNullable) return [rule, `${rule} null`];
  if (schema instanceof z.ZodObject)
    return Object.entries<z.ZodType>(schema.shape).flatMap(([name, part]) => values([`${rule}.${name}`, part]));
  return schema instanceof z.ZodBoolean ? [`${rule} true`, `${rule} false`] : [rule];
}

function titlesOf(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'));
  const text = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  return [...text.matchAll(/(?:test|\))\(\s*'([^']+)'/g)].map(([, title = '']) => title);
}
