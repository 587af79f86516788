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
  const head = [
    column('name', say('settings.templates.name'), 30),
    column('language', say('settings.templates.language'), 12),
    column('header', say('settings.templates.header'), 14),
    column('status', say('settings.templates.status'), 16),
    column('for-agents', say('settings.templates.for-agents'), 28),
  ];
  const forAgents = ({ status, hindrance }: Props['templates'][number]): string => {
    if (!hindrance) return say('settings.templates.can');
    if (status !== 'approved') return say('settings.templates.cannot');
    return say('settings.templates.cannot-since', { why: say.code('templates.why', hindrance) });
  };
  const rows = templates.map((template) => {
    const { name, language, status, header = 'none' } = template;
    const lozenge = <Lozenge appearance={APPEARANCE[status]}>{say(`settings.template-status.${status}`)}</Lozenge>;
    const cells = [
      { key: 'name', content: name },
      { key: 'language', content: language },
      { key: 'header', content: say(`settings.template-header.${header}`) },
      { key: 'status', content: lozenge },
      { key: 'for-agents', content: forAgents(template) },
    ];
    return { key: `${name} ${language}`, cells };
  });
  return <DynamicTable head={{ cells: head }} rows={rows} rowsPerPage={10} />;
};
