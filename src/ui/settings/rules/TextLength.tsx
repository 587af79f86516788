import { Text } from '@forge/react';
import { useSay } from '../../shared/useSay';

/** What still fits one SMS (GSM-7; 3GPP TS 23.040). */
const ADVISED = 160;

/** How long a text is, and what that costs as SMS. Nothing for no text. */
export const TextLength = ({ text }: { readonly text: string }) => {
  const say = useSay();
  const count = text.trim().length;
  if (count === 0) return null;
  if (count > ADVISED) return <Text color="color.text.warning">{say('settings.rules.long-text', { count })}</Text>;
  return (
    <Text size="small" color="color.text.subtle">
      {say('settings.rules.text-length', { count })}
    </Text>
  );
};
