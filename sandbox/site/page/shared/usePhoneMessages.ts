import { sandbox, type PhoneMessage, type PhoneOwner } from '../api/sandbox';
import { useLoaded } from './useLoaded';

export type PhoneContent = PhoneOwner & { readonly messages: readonly PhoneMessage[] };

/** Every phone with what it shows. */
export function usePhones(): { readonly phones: readonly PhoneContent[]; readonly error?: string } {
  const { value, error } = useLoaded('phones', async () => {
    const { phones } = await sandbox.phones();
    return Promise.all(phones.map(async (owner) => ({ ...owner, ...(await sandbox.messages(owner.number)) })));
  });
  return { phones: value ?? [], ...(error !== undefined && { error }) };
}
