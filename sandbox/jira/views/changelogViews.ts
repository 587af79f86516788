import type { JiraCall } from '../jiraCall';
import type { Change } from '../model/state';
import { jiraTime } from '../model/time';
import { userById } from './personViews';

export const changeView = (call: JiraCall, change: Change) => ({
  id: change.id,
  author: userById(call.site, change.author, call.me),
  created: jiraTime(change.at),
  items: change.items,
});

/** The changelog inside an issue: newest first, as `expand=changelog` gives it. */
export function changelogView(call: JiraCall, newestFirst: readonly Change[]) {
  const histories = newestFirst.slice(0, 100).map((change) => changeView(call, change));
  return { startAt: 0, maxResults: histories.length, total: newestFirst.length, histories };
}
