import type { Ids } from '../ports';
import type { CallError } from '../../contract/calls';
import { ok, type Result } from '../../domain/result';
import type { CredentialField, Provider } from '../../providers/provider';
import type { Credentials } from '../../storage/connectionSchemas';
import { refuse } from '../call';

/**
 * The credentials to store: declared fields only, what was entered before what is stored (a secret never comes back to
 * the screen, so left empty it is kept), generated fields made where there is nothing. Refused when the provider says
 * that their shape is wrong; its sentence never repeats a secret.
 */
export function completedCredentials(
  provider: Provider,
  entered: Credentials,
  { ids, stored = {} }: { readonly ids: Ids; readonly stored?: Credentials },
): Result<Credentials, CallError> {
  const values = provider.fields.map((field): [string, string] => {
    const typed = entered[field.name]?.trim();
    const candidates = [
      typed,
      isKept(field, typed) ? stored[field.name] : '',
      field.generated ? ids.next() : '',
      field.initial,
    ];
    return [field.name, candidates.find(Boolean) ?? ''];
  });
  const credentials = Object.fromEntries(values);
  const gateway = provider.connect(credentials);
  return gateway.ok ? ok(credentials) : refuse('bad-credentials', gateway.failure);
}

/** An open field that was emptied on the screen is empty; a secret or generated one left empty means the stored one. */
const isKept = (field: CredentialField, typed: string | undefined): boolean =>
  typed === undefined || field.secret === true || field.generated === true;
