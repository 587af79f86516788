import { ErrorMessage } from '@forge/react';
import { phoneDoubt, withPlus } from '../../domain/text/phoneDoubt';
import { useSay } from './useSay';
import { Warning } from './Warning';

/** What speaks against a phone number, while it is typed: a warning, for it may work; too many digits cannot. */
export const PhoneDoubt = ({ typed }: { readonly typed: string }) => {
  const say = useSay();
  const doubt = phoneDoubt(typed);
  if (!doubt) return null;
  const sentence = say.code('phone-doubt', doubt, { phone: withPlus(typed) });
  return doubt === 'too-long' ? <ErrorMessage>{sentence}</ErrorMessage> : <Warning>{sentence}</Warning>;
};
