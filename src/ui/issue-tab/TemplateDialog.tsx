import { ModalTransition, Text } from '@forge/react';
import { CancelOr, Dialog } from '../shared/Dialog';
import { RefusalNote } from '../shared/RefusalNote';
import { useSay } from '../shared/useSay';
import { SendOutcome } from './SendOutcome';
import { TemplateFields } from './TemplateFields';
import { TemplatePreview } from './TemplatePreview';
import { useTemplateDraft, type KeptTemplate } from './useTemplateDraft';
import { useTemplates } from './useTemplates';
import type { Way } from './ways';

type Props = {
  readonly open: boolean;
  readonly way: Way;
  /** The customer's language, where it is known. */
  readonly spoken: string | undefined;
  readonly kept: KeptTemplate;
  readonly sent: () => Promise<void>;
  readonly close: () => void;
};

/** Where a template is chosen, filled in and seen as the customer will read it (S2-49, S2-50). */
export const TemplateDialog = ({ open, way, ...rest }: Props) => (
  <ModalTransition>
    {open && way.number !== undefined && <OpenDialog way={way} number={way.number} {...rest} />}
  </ModalTransition>
);

type OpenProps = Omit<Props, 'open'> & { readonly number: string };

const OpenDialog = ({ way, number, spoken, kept, sent, close }: OpenProps) => {
  const say = useSay();
  const { templates, refusal } = useTemplates(number);
  const draft = useTemplateDraft(way, templates, {
    ...kept,
    sent: async () => {
      close();
      await sent();
    },
  });
  const buttons = (
    <CancelOr
      run={say('templates.send')}
      isBusy={draft.sending.busy}
      isDisabled={!draft.isComplete}
      confirm={() => void draft.send()}
      cancel={close}
    />
  );
  return (
    <Dialog title={say('templates.title')} width="medium" close={close} buttons={buttons}>
      <Text>{say('templates.lead')}</Text>
      <RefusalNote refusal={refusal} />
      {!templates && !refusal && <Text>{say('templates.loading')}</Text>}
      {templates?.every(({ hindrance }) => hindrance) && <Text>{say('templates.none')}</Text>}
      {templates && templates.length > 0 && <TemplateFields templates={templates} spoken={spoken} draft={draft} />}
      <TemplatePreview draft={draft} />
      <SendOutcome draft={draft} />
    </Dialog>
  );
};
