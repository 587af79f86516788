import { useState } from 'react';
import type { Issue } from '../api/jira';
import { Screen } from '../uikit/Screen';
import { Comments } from './Comments';
import { History } from './History';
import { usePlace } from './usePlace';

const tabs = ['Comments', 'History', 'Worklogs', 'OmniChat'] as const;
type TabName = (typeof tabs)[number];

/** The OmniChat tab is there on requests that carry the issue property `omnichat`, as the manifest asks. */
export function Activity({ issue }: { readonly issue: Issue }) {
  const hasChat = issue.properties?.omnichat !== undefined;
  const offered = tabs.filter((name) => name !== 'OmniChat' || hasChat);
  const [chosen, choose] = useState<TabName>(
    () => (sessionStorage.getItem('activity') as TabName | null) ?? 'Comments',
  );
  const shown = offered.includes(chosen) ? chosen : 'Comments';
  const open = (name: TabName) => {
    sessionStorage.setItem('activity', name);
    choose(name);
  };
  return (
    <section className="activity">
      <h2 className="section-title">Activity</h2>
      <div className="activity-tabs" role="group" aria-label="Show">
        <span>Show:</span>
        {offered.map((name) => (
          <button
            key={name}
            type="button"
            className="activity-tab"
            aria-pressed={name === shown}
            onClick={() => open(name)}
          >
            {name}
          </button>
        ))}
      </div>
      <Shown name={shown} issue={issue} />
    </section>
  );
}

function Shown({ name, issue }: { readonly name: TabName; readonly issue: Issue }) {
  const place = usePlace('issue-tab', issue);
  switch (name) {
    case 'Comments':
      return <Comments issue={issue} />;
    case 'History':
      return <History issue={issue} />;
    case 'Worklogs':
      return <p className="quiet">No work has been logged for this request yet.</p>;
    case 'OmniChat':
      return <Screen entry="issue-tab" place={place} />;
  }
}
