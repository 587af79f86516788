import { ErrorMessage } from '@forge/react';
import type { Refusal } from './ask';
import { useSay } from './useSay';

/** Why an action was refused, beside the action. Nothing when it was not. */
export const RefusalNote = ({ refusal }: { readonly refusal?: Refusal | undefined }) => {
  const say = useSay();
  if (!refusal) return null;
  return <ErrorMessage>{sentence(say.code('error', refusal.code), refusal)}</ErrorMessage>;
};

/** A provider says in `message` which of its fields is wrong; of other refusals it is for developers. */
function sentence(said: string, { code, message }: Refusal): string {
  return code === 'bad-credentials' && message !== code ? `${said} ${message}` : said;
}
