import { useState } from 'react';
import type { Issue } from '../api/jira';
import { Adf } from '../shared/Adf';
import { To } from '../shared/route';
import { useSite } from '../shared/site';
import { agoOf, fullTime } from '../shared/time';

/** Who asked and what: a JSM request's description sits under the line that names its customer. */
export function RaisedBy({ issue }: { readonly issue: Issue }) {
  const { state } = useSite();
  const [shown, setShown] = useState(true);
  const { reporter, created, description } = issue.fields;
  return (
    <section className="raised">
      <p className="raised-line">
        <span>
          <strong>{reporter?.displayName.replace(/^\+/, '') ?? 'Anonymous'}</strong> raised this request via API
        </span>
        <time title={fullTime(created)}>{agoOf(created, state.now)}</time>
      </p>
      <p className="raised-links">
        <To route={{ name: 'portal', key: issue.key }}>View request in portal</To>
        <button type="button" className="plain-link" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? 'Hide details' : 'Show details'}
        </button>
      </p>
      {shown && (
        <>
          <h2 className="section-title">Description</h2>
          {description ? <Adf doc={description} /> : <p className="quiet">None</p>}
        </>
      )}
    </section>
  );
}
