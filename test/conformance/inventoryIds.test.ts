import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { readSharedText, testWithShared } from '../support/sharedFolder';

const INVENTORY = 'reference/features-inventory.md';
const ID = String.raw`(?:S[0-4]-\d\d|X\d{1,2})`;

/** Rows of the inventory that no test is named after yet, by what they wait for. A row that gets its test leaves the list. */
const LATER: Readonly<Record<string, string>> = {
  'the inbox': 'S1-13 S4-02 S4-04 S4-07 S4-14 S4-15 S4-16 S4-17',
  'reports and workflows': 'S3-04 S3-05 S3-06 S3-10 S3-12',
  'notifications of followers': 'S4-08',
  'the page of customers, with its erasure': 'S2-47',
  'never: a claim, not a behaviour': 'S2-54',
  'never: the panel asks for one phone number and the way to it, so no box says that both are the same': 'S2-32',
};
const later = Object.values(LATER).flatMap((ids) => ids.split(' '));

/** Rows that no rule of ours decides, by who does: a story or a look at the screen is all there is to test. */
const NO_RULE: Readonly<Record<string, string>> = {
  'Jira’s own queue shows every open request, ours among them': 'S0-04 S2-05',
  'the header of a request and its toolbar are Jira’s own': 'S2-09',
  'Jira’s own limit: nobody can switch the comments of a request off': 'S2-10',
};
const noRule = Object.values(NO_RULE).flatMap((ids) => ids.split(' '));
const STORIES = ['acceptance', 'browser'];

testWithShared(INVENTORY)('every row of the inventory has a test named after it, or is known to come later', () => {
  const rows = rowsOfInventory();
  const named = idsInTitles();
  expect(rows.length).toBeGreaterThan(140);
  expect({ untested: rows.filter((id) => !named.has(id) && !later.includes(id)) }).toEqual({ untested: [] });
  expect({ testedAlready: later.filter((id) => named.has(id)) }).toEqual({ testedAlready: [] });
  expect({ unknown: [...named, ...later].filter((id) => !rows.includes(id)) }).toEqual({ unknown: [] });
  expect(later).toEqual([...new Set(later)]);
});

testWithShared(INVENTORY)('every row that is a rule has a test of its own besides the stories that live it', () => {
  const inUnits = idsInTitles((name) => !STORIES.some((folder) => name.startsWith(folder + sep)));
  const rules = rowsOfInventory().filter((id) => !later.includes(id) && !noRule.includes(id));
  expect({ inStoriesOnly: rules.filter((id) => !inUnits.has(id)) }).toEqual({ inStoriesOnly: [] });
  expect({ ruleAfterAll: noRule.filter((id) => inUnits.has(id)) }).toEqual({ ruleAfterAll: [] });
});

const rowsOfInventory = (): readonly string[] =>
  [...readSharedText(INVENTORY).matchAll(new RegExp(String.raw`^\|\s*(${ID})\s*\|`, 'gm'))].map(([, id = '']) => id);

/** Ids that a title, or a row of a table of tests, begins with: `S0-07 …`, `X1 S2-07 …`. */
function idsInTitles(isMeant: (name: string) => boolean = () => true): ReadonlySet<string> {
  const title = new RegExp(String.raw`['"\`]((?:${ID},? )+)`, 'g');
  const folder = join(__dirname, '..');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.test\.tsx?$/.test(name) && basename(name) !== basename(__filename) && isMeant(name),
  );
  const begun = files.flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(title)]);
  return new Set(begun.flatMap(([, ids = '']) => ids.match(new RegExp(ID, 'g')) ?? []));
}
