import type { AnswerBook, Invariant, Run } from '../books';
import { holds } from '../records';
import { onPhones, rowsOf } from './outbound';

/** An agent's name may stand before it. What is too long goes nowhere: cut, it would say something else. */
export const answersAreWhole: Invariant = {
  name: 'an answer from the tab arrives whole, or not at all',
  inStep: true,
  broken: (run) =>
    answersIn(run).flatMap(([token, { said }]) =>
      shownFor(run, token)
        .filter(({ channel, text = '' }) => {
          const isTooLong = channel === 'sms' && text.length > LONGEST_SMS;
          return isTooLong || (said !== undefined && !text.includes(said.text));
        })
        .map(({ channel, text = '' }) => `${token}: ${text.length} characters by ${channel}`),
    ),
};

/** Also when it is sent again. */
export const quotesAreMeant: Invariant = {
  name: 'an answer shows on the phone the message that it replies to, and no other',
  inStep: true,
  broken: (run) =>
    answersIn(run).flatMap(([token, { quoted }]) =>
      shownFor(run, token)
        .filter(({ quotes }) => quotes !== quoted)
        .map(({ quotes }) => `${token} replies to ${quoted ?? 'nothing'}, the phone shows ${quotes ?? 'nothing'}`),
    ),
};

/** As the composer says: all of it goes, or nothing. What became of each is told by the other laws. */
export const everyFileIsARow: Invariant = {
  name: 'every file of an answer that was taken is a row of its own',
  broken: (run) =>
    answersIn(run).flatMap(([token, { files = [], told, resent }]) => {
      const isTaken = told.some((one) => TAKEN.test(one));
      return files.flatMap((file) => {
        const rows = rowsOf(run, file).length;
        const isFine = rows <= 1 + resent && (rows > 0 || !isTaken);
        return isFine ? [] : [`${file} of ${token} (${told.join(', ')}) is ${rows} rows`];
      });
    }),
};

const TAKEN = /^(queued|accepted|sent|delivered|read|unknown)/;
/** In GSM-7 an SMS holds 153 characters a part, and no story changes the 7 parts of the default. */
const LONGEST_SMS = 7 * 153;

const answersIn = ({ books }: Run): readonly (readonly [string, AnswerBook])[] => [...books.answers];
const shownFor = (run: Run, token: string) =>
  onPhones(run).filter(({ side, text = '' }) => side === 'business' && holds(text, token));
