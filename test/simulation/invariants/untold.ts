import type { Issue } from '../../../sandbox/jira/model/state';
import { headOf } from '../../../src/domain/ids';
import type { Run } from '../books';
import { recordsOf } from '../records';
import type { Story } from '../story';

/** What happened in a request, and when. */
type Happened = { readonly issueKey: string | undefined; readonly at: number };

/** An event is on its way, and tried again, for so long at most. */
const UNDERWAY_MS = 60 * 60_000;

/** Jira did not tell of it, or did not tell it to code that could read what it needs. */
export function isUntold(run: Run, { issueKey, at }: Happened): boolean {
  const { story, world, faults, books } = run;
  // A request that Jira refuses for good is not asked again.
  if (Object.keys(faults.struck).some((fault) => /^jira[.].* refuse$/.test(fault))) return true;
  if (isOutwaited(story) || books.log.isGivenUp) return true;
  const issue = Object.values(world.state.jira.issues).find(({ key }) => key === issueKey);
  if (!issue) return books.log.untold.size + books.outOf.size + books.met.length > 0;
  const until = at + UNDERWAY_MS;
  return books.log.untold.has(issue.id) || isShutOut(run, issue, until) || isUnread(run, issue, until);
}

/** The app hears that something happened in a project that it was taken out of, and may not read what: it is not told again. */
function isShutOut({ books, faults }: Run, { key, formerKeys = [] }: Issue, until: number): boolean {
  if (faults.struck['app is out of the project'] === undefined) return false;
  const projects = [key, ...formerKeys].map((one) => one.split('-')[0] ?? '');
  return projects.some((project) => (books.outOf.get(project) ?? Infinity) <= until);
}

/** A record of the customer, of the request, or of what all depend on, was written by a newer version. */
function isUnread({ world, books, story }: Run, { id: issueId }: Issue, until: number): boolean {
  const conversation = recordsOf(world).conversations.find(({ request }) => request?.issueId === issueId);
  const contact = conversation && headOf(conversation.id).contact;
  // Who changes the phone, or shows an id, may have been two contacts at first.
  const isOneContact = !story.steps.some(
    (step) => step.kind === 'new-phone' || (step.kind === 'writes' && step.identity),
  );
  const isAnothers = (name: string): boolean => {
    if (name.startsWith('request:')) return name !== `request:${issueId}`;
    return (
      isOneContact &&
      contact !== undefined &&
      /^(head|contact|message|conversation):/.test(name) &&
      !name.includes(contact)
    );
  };
  return books.met.some(({ name, since }) => since <= until && !isAnothers(name));
}

/** The clock stepped over the time for which the app believes in what Jira does not show yet: it then passes for deleted. */
const isOutwaited = ({ steps }: Story): boolean =>
  steps.some(({ kind }) => kind === 'unseen') &&
  steps.some((step) => step.kind === 'weather' && (step.weather.clockMs ?? 0) > 0);
