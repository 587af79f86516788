import Heading from '@atlaskit/heading';
import Spinner from '@atlaskit/spinner';
import { jiraAs, type RequestComment, type RequestFile, type RequestView } from '../api/jira';
import type { Person } from '../api/people';
import { GuardedFile, type NamedFile } from '../shared/File';
import { Refused } from '../shared/Refused';
import { To } from '../shared/route';
import { useSite } from '../shared/site';
import { dayAndTime } from '../shared/time';
import { useLoaded } from '../shared/useLoaded';

/** The customer portal, to look at: what the customer of this request would see there. */
export function Portal({ issueKey }: { readonly issueKey: string }) {
  const { person, state, project } = useSite();
  const { value, error } = useLoaded(`portal/${issueKey}`, async () => {
    const { fields } = await jiraAs(person).issue(issueKey);
    const customer =
      state.people.find((one) => one.accountId === fields.reporter?.accountId) ?? asPerson(fields.reporter);
    const portal = jiraAs(customer ?? person);
    const [request, { values }, all] = await Promise.all([
      portal.request(issueKey),
      portal.requestComments(issueKey),
      portal.requestFiles(issueKey),
    ]);
    const ofComments = await Promise.all(
      values.map(async ({ id }) => (await portal.commentFiles(issueKey, id)).values),
    );
    const comments = values.map((comment, index) => ({ ...comment, files: ofComments[index] ?? [] }));
    return { customer, request, comments, files: descriptionFiles(all.values, ofComments.flat()), open: portal.file };
  });
  return (
    <div className="portal">
      <div className="portal-head">
        <To route={{ name: 'issue', key: issueKey }}>Back to {issueKey} as an agent</To>
        <span>{value?.customer && `Seen as ${value.customer.name}, read-only`}</span>
      </div>
      <p className="quiet">
        Help Center / {project.name} / {issueKey}
      </p>
      <Refused error={error} />
      {!value && error === undefined && <Spinner label="Loading the portal" />}
      {value && <Request {...value} />}
    </div>
  );
}

type Reporter = { readonly accountId: string; readonly displayName: string; readonly emailAddress?: string };

function asPerson(reporter: Reporter | null | undefined): Person | undefined {
  if (!reporter?.emailAddress) return undefined;
  return { accountId: reporter.accountId, name: reporter.displayName, email: reporter.emailAddress, role: 'customer' };
}

const contentOf = ({ _links }: RequestFile) => _links.content;

/** The request tells of all its files; those that no comment shows are the description's. */
function descriptionFiles(all: readonly RequestFile[], ofComments: readonly RequestFile[]): readonly RequestFile[] {
  const shown = new Set(ofComments.map(contentOf));
  return all.filter((file) => !shown.has(contentOf(file)));
}

type Open = { readonly open: (file: NamedFile) => Promise<Blob> };
type Parts = Open & {
  readonly request: RequestView;
  readonly comments: readonly (RequestComment & { readonly files: readonly RequestFile[] })[];
  readonly files: readonly RequestFile[];
};

/** Fetched as the customer: what they may not see does not open. */
const Files = ({ files, open }: Open & { readonly files: readonly RequestFile[] }) =>
  files.map((file) => {
    const named = { filename: file.filename, mimeType: file.mimeType, content: contentOf(file) };
    return (
      <div key={named.content} className="portal-file">
        <GuardedFile of={named} load={() => open(named)} />
      </div>
    );
  });

function Request({ request, comments, files, open }: Parts) {
  const field = (id: string) => {
    const value = request.requestFieldValues.find((one) => one.fieldId === id)?.value;
    return typeof value === 'string' ? value : undefined;
  };
  return (
    <>
      <Heading size="large" as="h1">
        {field('summary') ?? request.issueKey}
      </Heading>
      <p>
        Status: <strong>{request.currentStatus.status}</strong>
      </p>
      <h2 className="section-title">Details</h2>
      <p className="portal-text">{field('description')}</p>
      <Files files={files} open={open} />
      <h2 className="section-title">Activity</h2>
      {comments.length === 0 && <p className="quiet">Nothing yet.</p>}
      {comments.map((comment) => (
        <article key={comment.id} className="portal-comment">
          <strong>{comment.author.displayName}</strong> <small>{dayAndTime(comment.created.iso8601)}</small>
          <p className="portal-text">{comment.body}</p>
          <Files files={comment.files} open={open} />
        </article>
      ))}
    </>
  );
}
