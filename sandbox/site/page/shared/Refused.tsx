import SectionMessage from '@atlaskit/section-message';

/** What Jira or the sandbox said when it refused; nothing when it did not. */
export function Refused({ error }: { readonly error?: string | undefined }) {
  if (error === undefined) return undefined;
  return <SectionMessage appearance="error">{error}</SectionMessage>;
}
