import type { Issue } from '../api/jira';
import { dayAndTime, fullTime } from '../shared/time';

export function History({ issue }: { readonly issue: Issue }) {
  const changes = [...(issue.changelog?.histories ?? [])].sort((one, other) => (one.created < other.created ? 1 : -1));
  if (changes.length === 0) return <p className="quiet">Nothing has changed since the request was created.</p>;
  return (
    <ol className="history">
      {changes.map((change) => (
        <li key={change.id}>
          <p>
            <strong>{change.author?.displayName ?? 'Somebody'}</strong> updated{' '}
            {change.items.map((item) => item.field).join(', ')}{' '}
            <time title={fullTime(change.created)}>{dayAndTime(change.created)}</time>
          </p>
          {change.items.map((item) => (
            <p key={item.field} className="history-values">
              {shorten(item.fromString)} → {shorten(item.toString)}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

const shorten = (text: string | null): string => {
  if (!text) return 'None';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
};
