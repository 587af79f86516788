import { ErrorMessage, FilePicker, Stack, Text } from '@forge/react';
import type { TemplateView } from '../../contract/views';
import { useSay } from '../shared/useSay';
import type { TemplateDraft } from './useTemplateDraft';

type Props = { readonly wanted: NonNullable<TemplateView['file']>; readonly draft: TemplateDraft };

/** As the server names it. */
const PATH = 'file';

/** The file for the header of a template: chosen here, put on the request when the template is sent. */
export const TemplateFile = ({ wanted: { kind, maxBytes }, draft: { file, pick, sending } }: Props) => {
  const say = useSay();
  const megabytes = Math.floor(maxBytes / 1_000_000);
  const fault = file && file.size > maxBytes ? 'file-too-large' : sending.refusal?.faults?.[`values.${PATH}`];
  return (
    <Stack space="space.050">
      <FilePicker
        label={say(`templates.file-label.${kind}`)}
        description={say(`templates.file-hint.${kind}`, { megabytes })}
        onChange={pick}
      />
      {file && <Text>{file.name}</Text>}
      {fault !== undefined && <ErrorMessage>{say.code('error', fault)}</ErrorMessage>}
    </Stack>
  );
};
