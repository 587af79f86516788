import Lozenge from '@atlaskit/lozenge';
import type { Status } from '../api/jira';

const appearances = { new: 'default', indeterminate: 'inprogress', done: 'success', undefined: 'default' } as const;

export const StatusLozenge = ({ status }: { readonly status: Status }) => (
  <Lozenge appearance={appearances[status.statusCategory.key]}>{status.name}</Lozenge>
);
