import { keywordOf } from '../../src/domain/keywords';
import { readShared, testWithShared } from '../support/sharedFolder';

const FILE = 'fixtures/sms/opt-keywords.json';
type Case = { body: string; action: 'optOut' | 'optIn' | 'help' | 'none' };

/** Read otherwise than the file says, by body: as what, and why. */
const APART: Readonly<Record<string, readonly [action: Case['action'], why: string]>> = {
  info: ['none', 'asks for something: it opens a request'],
  stopp: ['optOut', 'German'],
};

testWithShared(FILE)('whole messages are the keywords that carriers say, but for those set apart', () => {
  const { cases } = readShared(FILE) as { cases: Case[] };
  const read = cases.map(({ body }) => ({ body, action: actionOf(body) }));
  expect(read).toEqual(cases.map(({ body, action }) => ({ body, action: APART[body]?.[0] ?? action })));
  expect(cases.filter(({ body, action }) => APART[body]?.[0] === action)).toEqual([]);
});

function actionOf(text: string): Case['action'] {
  const keyword = keywordOf({ channel: 'sms', content: { kind: 'text', text } }, RULES);
  return keyword ? ACTIONS[keyword] : 'none';
}

const RULES = { optOutWords: { standard: true, more: [] } };
const ACTIONS = { stop: 'optOut', start: 'optIn', help: 'help' } as const;
