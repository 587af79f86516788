import { SectionMessage, Text } from '@forge/react';
import type { RequestTypeView } from '../../contract/views';
import { useSay } from '../shared/useSay';

/** Warns of a fall-back type that cannot take every message: it would fail where it is needed. */
export const AsksFor = ({ type }: { readonly type: RequestTypeView | undefined }) => {
  const say = useSay();
  if (!type?.asksFor) return null;
  return (
    <SectionMessage appearance="warning">
      <Text>{say('settings.fallback.asks', { requestType: type.name, fields: type.asksFor.join(', ') })}</Text>
    </SectionMessage>
  );
};
