import SupportIcon from '@atlaskit/icon/core/support';
import WarningIcon from '@atlaskit/icon/core/status-warning';

export const IssueTypeIcon = ({ name }: { readonly name: string }) => {
  const Icon = /incident/i.test(name) ? WarningIcon : SupportIcon;
  return (
    <span className={/incident/i.test(name) ? 'issue-type issue-type-incident' : 'issue-type'} title={name}>
      <Icon label={name} color="currentColor" />
    </span>
  );
};
