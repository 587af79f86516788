import { keywordOf } from '../../src/domain/keywords';
import { readShared, testWithShared } from '../support/sharedFolder';

const FILE = 'fixtures/sms/opt-keywords.json';
type Case = { body: string; action: 'optOut' | 'optIn' | 'help' | 'none' };

const ANSWERS = 'may answer a question: it counts where the provider says so';
/** Read otherwise than the file says, by body: as what, and why. */
const APART: Readonly<Record<string, readonly [action: Case['action'], why: string]>> = {
  CANCEL: ['none', ANSWERS],
  END: ['none', ANSWERS],
  QUIT: ['none', ANSWERS],
  REVOKE: ['none', ANSWERS],
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
  const keyword = keywordOf({ content: { kind: 'text', text } }, { optOutWords: { standard: true, more: [] } });
  return keyword ? ACTIONS[keyword] : 'none';
}

const ACTIONS = { stop: 'optOut', start: 'optIn', help: 'help' } as const;
