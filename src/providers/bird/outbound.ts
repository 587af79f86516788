import { z } from 'zod';
import type { Channel, ContactAddress } from '../../domain/contact';
import type { SendFailure } from '../../domain/delivery';
import { fail, ok, type Result } from '../../domain/result';
import { maybe } from '../lenient';
import type { OutboundFile, OutboundMessage } from '../outboundMessage';
import { parseJson } from '../parseJson';
import type { ProviderAnswer, ProviderRequest, Receipt } from '../provider';
import { type ProviderError, sendResult } from '../sendResult';
import { whatsAppReason } from '../whatsAppReasons';

export type BirdCredentials = {
  readonly accessKey: string;
  readonly workspaceId: string;
  readonly signingKey: string;
};

/** https://docs.bird.com/api/channels-api/supported-channels/programmable-whatsapp/sending-whatsapp-messages (read 2026-11) */
export function toRequest(
  message: OutboundMessage,
  credentials: BirdCredentials,
): Result<ProviderRequest, SendFailure> {
  const { to, channel, content, from, key, quotes } = message;
  const contact = contactOf(to, channel);
  if (!contact) return fail({ reason: 'no-address' });
  // A template wants the names of its values, which are not known here.
  if (content.kind === 'template') return fail({ reason: 'template' });
  if (channel === 'sms' && content.kind !== 'text') return fail({ reason: 'cannot-carry-media' });
  const body = {
    receiver: { contacts: [contact] },
    body: content.kind === 'text' ? textPart(content.text) : filePart(content.file, content.caption),
    reference: key,
    ...(quotes && channel === 'whatsapp' && { replyTo: { id: quotes, type: 'message' } }),
  };
  return ok({
    method: 'POST',
    url: workspaceUrl(credentials, `channels/${encodeURIComponent(from)}/messages`),
    headers: { ...authorization(credentials), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** https://docs.bird.com/api/channels-api/supported-channels/programmable-whatsapp/business-scoped-user-ids (read 2026-11) */
function contactOf(to: ContactAddress, channel: Channel): object | undefined {
  if (to.kind === 'phone') return { identifierKey: 'phonenumber', identifierValue: to.phone };
  const isUser = channel === 'whatsapp' && to.kind === 'whatsapp-user';
  return isUser ? { identifierKey: 'whatsappbsuid', identifierValue: to.userId } : undefined;
}

const textPart = (text: string) => ({ type: 'text', text: { text } });

/** Pictures and stickers are images; all else is a file. */
function filePart({ kind, link, mimeType, fileName }: OutboundFile, caption: string | undefined): object {
  const words = caption ? { text: caption } : {};
  if (kind === 'image' || kind === 'sticker')
    return { type: 'image', image: { images: [{ mediaUrl: link }], ...words } };
  return { type: 'file', file: { files: [{ mediaUrl: link, contentType: mimeType, filename: fileName }], ...words } };
}

export function readAnswer(answer: ProviderAnswer): Result<Receipt, SendFailure> {
  const body = parseJson(answer.body);
  const isForbidden = answer.status === 401 || answer.status === 403;
  const error = isForbidden ? undefined : errorIn(body);
  return sendResult(answer, { providerId: Accepted.safeParse(body).data?.id, error }, whatsAppReason);
}

export function errorIn(body: unknown): ProviderError | undefined {
  const error = BirdError.safeParse(body).data;
  return error && { code: String(error.code), ...(error.message && { detail: error.message }) };
}

export const getRequest = (credentials: BirdCredentials, path: string): ProviderRequest => ({
  method: 'GET',
  url: workspaceUrl(credentials, path),
  headers: authorization(credentials),
});

const workspaceUrl = ({ workspaceId }: BirdCredentials, path: string): string =>
  `https://api.bird.com/workspaces/${encodeURIComponent(workspaceId)}/${path}`;

export const authorization = ({ accessKey }: BirdCredentials) => ({ authorization: `AccessKey ${accessKey}` });

const Accepted = z.object({ id: z.string().min(1) });
const BirdError = z.object({ code: z.union([z.string().min(1), z.number()]), message: maybe(z.string()) });
