import { useState } from 'react';
import { Button, Heading, Inline, Lozenge, ModalTransition, Stack, Text, ValidMessage } from '@forge/react';
import type { RulesView } from '../../../contract/rulesView';
import { ask } from '../../shared/ask';
import { Card } from '../../shared/Card';
import { CancelOr, Dialog } from '../../shared/Dialog';
import { RefusalNote } from '../../shared/RefusalNote';
import { useSay } from '../../shared/useSay';
import { useSaving } from '../useSaving';

type Preset = Exclude<RulesView['preset'], 'own'>;
const PRESETS: readonly Preset[] = ['comments-and-omnichat', 'tab-only'];

type Props = {
  readonly rules: RulesView;
  readonly refresh: () => Promise<void>;
  readonly chosen: () => void;
};

/** The two ways of working, and whether the project's rules are one of them. Choosing one is asked again. */
export const Presets = ({ rules, refresh, chosen }: Props) => {
  const say = useSay();
  const inUse = rules.preset;
  const [asked, setAsked] = useState<Preset>();
  const saving = useSaving(refresh);
  const close = (): void => {
    saving.edited();
    setAsked(undefined);
  };
  const choose = async (preset: Preset): Promise<void> => {
    if (!(await saving.save(() => ask('choosePreset', { preset, from: rules.project })))) return;
    setAsked(undefined);
    chosen();
  };
  return (
    <Stack space="space.100">
      {PRESETS.map((preset) => (
        <PresetCard key={preset} preset={preset} isInUse={preset === inUse} choose={() => setAsked(preset)} />
      ))}
      {inUse === 'own' && <Text color="color.text.subtle">{say('settings.preset.own')}</Text>}
      {saving.saved && !asked && <ValidMessage>{say('settings.preset.chosen')}</ValidMessage>}
      <ModalTransition>
        {asked && (
          <Dialog
            title={say('settings.preset.ask', { preset: say.code('preset.name', asked) })}
            close={close}
            buttons={
              <CancelOr
                run={say('settings.preset.confirm')}
                isBusy={saving.call.busy}
                confirm={() => void choose(asked)}
                cancel={close}
              />
            }
          >
            <Text>{say('settings.preset.replaces')}</Text>
            <Text>{say('settings.preset.keeps')}</Text>
            <RefusalNote refusal={saving.call.refusal} />
          </Dialog>
        )}
      </ModalTransition>
    </Stack>
  );
};

type Choice = { readonly preset: Preset; readonly isInUse: boolean; readonly choose: () => void };

const PresetCard = ({ preset, isInUse, choose }: Choice) => {
  const say = useSay();
  return (
    <Card>
      <Inline spread="space-between" alignBlock="center" space="space.200">
        <Stack space="space.050">
          <Inline space="space.100" alignBlock="center">
            <Heading as="h3" size="xsmall">
              {say.code('preset.name', preset)}
            </Heading>
            {isInUse && <Lozenge appearance="success">{say('settings.preset.in-use')}</Lozenge>}
          </Inline>
          <Text color="color.text.subtle">{say.code('preset.meaning', preset)}</Text>
        </Stack>
        {!isInUse && <Button onClick={choose}>{say('settings.preset.choose')}</Button>}
      </Inline>
    </Card>
  );
};
