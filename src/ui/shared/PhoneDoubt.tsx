import { HelperMessage } from '@forge/react';
import { phoneDoubt, withPlus } from '../../domain/text/phoneDoubt';
import { useSay } from './useSay';

/** What speaks against a phone number, while it is typed: it is a warning, not a refusal. */
export const PhoneDoubt = ({ typed }: { readonly typed: string }) => {
  const say = useSay();
  const doubt = phoneDoubt(typed);
  return doubt ? <HelperMessage>{say.code('phone-doubt', doubt, { phone: withPlus(typed) })}</HelperMessage> : null;
};
