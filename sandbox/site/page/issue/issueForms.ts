import { jiraAs, type Issue } from '../api/jira';
import type { Person } from '../api/people';
import { sandbox } from '../api/sandbox';

export type FormName = 'subtask' | 'link' | 'move' | 'merge' | 'delete';

/** What is done to the request; answers the key to go to, where it is another one, or that it is gone. */
type Run = (person: Person, issue: Issue, text: string) => Promise<unknown>;
type Form = {
  /** Of the one field; a form without a field only asks. */
  readonly label?: string;
  readonly question?: string;
  readonly submit: string;
  readonly run: Run;
  /** Where to go when it is done: `answer` has the key of the request there is now. */
  readonly then: 'stay' | 'answer' | 'queue';
};

const backstage =
  (what: 'move' | 'merge'): Run =>
  (person, { key }, text) =>
    sandbox.backstage({ do: what, as: person.email, issueKey: key, to: text.trim().toUpperCase() });

export const FORMS: Readonly<Record<FormName, Form>> = {
  subtask: {
    label: 'What needs to be done?',
    submit: 'Create',
    run: (person, issue, text) => jiraAs(person).createSubtask(issue, text),
    then: 'stay',
  },
  link: {
    label: 'Key of the request it relates to',
    submit: 'Link',
    run: (person, { key }, text) => jiraAs(person).link(key, text.trim().toUpperCase()),
    then: 'stay',
  },
  move: {
    label: 'Project key, such as OPS',
    submit: 'Move',
    run: backstage('move'),
    then: 'answer',
  },
  merge: {
    label: 'Key of the request to merge it into',
    submit: 'Merge',
    run: backstage('merge'),
    then: 'answer',
  },
  delete: {
    question: 'It is deleted for good, with its comments.',
    submit: 'Delete',
    run: (person, { key }) => jiraAs(person).remove(key),
    then: 'queue',
  },
};
