import { DynamicTable, Lozenge, type LozengeProps } from '@forge/react';
import type { NumberTemplatesView } from '../../contract/views';
import { useSay } from '../shared/useSay';

type Props = { readonly templates: NumberTemplatesView['templates'] };
type Status = Props['templates'][number]['status'];

const APPEARANCE: Record<Status, NonNullable<LozengeProps['appearance']>> = {
  approved: 'success',
  pending: 'inprogress',
  rejected: 'removed',
  paused: 'moved',
  disabled: 'removed',
  unknown: 'default',
};

/** One row for each template and language: its status, and whether agents can send it from the tab. */
export const TemplateTable = ({ templates }: Props) => {
  const say = useSay();
  const column = (key: string, content: string, width: number) => ({ key, content, width });
  const cells = [
    column('name', say('settings.templates.name'), 45),
    column('language', say('settings.templates.language'), 15),
    column('status', say('settings.templates.status'), 18),
    column('sendable', say('settings.templates.for-agents'), 22),
  ];
  const rows = templates.map(({ name, language, status, isSendable }) => ({
    key: `${name} ${language}`,
    cells: [
      { key: 'name', content: name },
      { key: 'language', content: language },
      {
        key: 'status',
        content: <Lozenge appearance={APPEARANCE[status]}>{say(`settings.template-status.${status}`)}</Lozenge>,
      },
      { key: 'sendable', content: say(isSendable ? 'settings.templates.can' : 'settings.templates.cannot') },
    ],
  }));
  return <DynamicTable head={{ cells }} rows={rows} rowsPerPage={10} />;
};
