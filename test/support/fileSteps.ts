import { jiraPerson } from './jiraPerson';
import type { Steps } from './worldSteps';

export type FileSeen = { readonly id: string; readonly name: string; readonly size: number; readonly mimeType: string };

/** The files of a request: which there are, which comments show them, and what their customer can open in the portal. */
export function fileSteps({ world }: Steps) {
  const issueOf = (issueKey: string) => {
    const issue = world.jira.issue(issueKey);
    if (!issue) throw new Error(`there is no request ${issueKey}`);
    return issue;
  };
  const files = (issueKey: string): readonly FileSeen[] =>
    (issueOf(issueKey).attachments ?? []).map(({ id, fileName, size, mimeType }) => ({
      id,
      name: fileName,
      size,
      mimeType,
    }));
  return {
    files,
    /** Names of the files that the description and the comments show, in their order there; a file shown twice is there twice. */
    shown: (issueKey: string) => {
      const { description, comments } = issueOf(issueKey);
      const text = JSON.stringify([description, ...comments.map(({ body }) => body)]);
      return [...text.matchAll(/"alt":"([^"]+)"/g)].map(([, name]) => name);
    },
    /** What opening the files answers to the customer whose request it is: `[name, status, bytes]`. */
    openedByCustomer: async (issueKey: string) => {
      const accountId = issueOf(issueKey).reporter ?? '';
      return Promise.all(
        files(issueKey).map(async ({ id, name }) => {
          const { status, body } = await world.jira.door({
            method: 'GET',
            url: `/rest/api/3/attachment/content/${id}?redirect=false`,
            headers: {},
            body: '',
            caller: { kind: 'person', accountId, throughApp: false },
          });
          return { name, status, bytes: status === 200 ? body.length : 0 };
        }),
      );
    },
    /** Names of the files that the portal tells the customer of. */
    portalFiles: async (issueKey: string) => {
      const asCustomer = jiraPerson(world.jira.door, issueOf(issueKey).reporter ?? '');
      const page = await asCustomer('GET', `/rest/servicedeskapi/request/${issueKey}/attachment`);
      return (page as { values: { filename: string }[] }).values.map(({ filename }) => filename);
    },
  };
}
