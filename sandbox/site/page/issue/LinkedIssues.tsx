import type { Issue, LinkedIssue } from '../api/jira';
import { To } from '../shared/route';
import { StatusLozenge } from '../shared/StatusLozenge';

type Row = { readonly relation: string; readonly issue: LinkedIssue };

/** Linked requests and subtasks; nothing where there are none. */
export function LinkedIssues({ issue }: { readonly issue: Issue }) {
  const links = (issue.fields.issuelinks ?? []).flatMap((link): Row[] => [
    ...(link.outwardIssue ? [{ relation: link.type.outward, issue: link.outwardIssue }] : []),
    ...(link.inwardIssue ? [{ relation: link.type.inward, issue: link.inwardIssue }] : []),
  ]);
  const subtasks = (issue.fields.subtasks ?? []).map((one): Row => ({ relation: 'subtask', issue: one }));
  const rows = [...links, ...subtasks];
  if (rows.length === 0) return undefined;
  return (
    <section className="links">
      <h2 className="section-title">Linked work items</h2>
      {rows.map(({ relation, issue: other }) => (
        <p key={`${relation}/${other.key}`} className="links-row">
          <small>{relation}</small>
          <To route={{ name: 'issue', key: other.key }}>{other.key}</To>
          <span className="links-summary">{other.fields.summary}</span>
          <StatusLozenge status={other.fields.status} />
        </p>
      ))}
    </section>
  );
}
