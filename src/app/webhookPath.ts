import { asConnectionId, type ConnectionId } from '../domain/ids';
import { sameSecret } from '../storage/sameSecret';

/** `/<connection>/<token>` and what follows: the address that a provider posts to. */
export type WebhookPath = {
  readonly connection: ConnectionId;
  /** `''`, or from the slash on, e.g. `/status/<message key>`. */
  readonly suffix: string;
  /** Is this the connection's token? Told in constant time. */
  readonly opens: (token: string) => boolean;
};

export function parseWebhookPath(path: string): WebhookPath | undefined {
  const found = /^\/([0-9a-zA-Z-]{1,64})\/([0-9a-zA-Z-]{16,128})(\/.*)?$/.exec(path);
  if (!found?.[1] || !found[2]) return undefined;
  const [, connection, token, suffix] = found;
  return { connection: asConnectionId(connection), suffix: suffix ?? '', opens: (known) => sameSecret(known, token) };
}
