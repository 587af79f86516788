import type { ProviderEvent } from '../providerEvent';
import { contentOf } from './content';
import { addressesFrom } from './identity';
import { epochMs, MessageEcho, type Metadata } from './payloads';

/** What staff wrote in the WhatsApp Business app on a number that is in the Cloud API as well (coexistence), or why it is left out. */
export function echoOf(raw: unknown, metadata: Metadata): ProviderEvent | string {
  const parsed = MessageEcho.safeParse(raw);
  if (!parsed.success) return 'unreadable echo';
  const message = parsed.data;
  if (message.group_id) return 'group message';
  const [first, ...others] = addressesFrom(message.to, message.to_user_id);
  if (!first) return 'echo without a contact';
  const at = epochMs(message.timestamp);
  return {
    kind: 'echo',
    receiver: metadata.phone_number_id,
    channel: 'whatsapp',
    providerId: message.id,
    to: [first, ...others],
    content: contentOf(message),
    ...(at !== undefined && { at }),
  };
}
