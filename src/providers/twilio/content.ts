import type { Content, MediaKind, MediaRef } from '../../domain/content';
import { documentWords } from '../documentWords';
import { word } from '../lenient';
import type { Fields } from './payloads';

/**
 * What a message says, one content per file and at least one. The first carries the body as its caption.
 * https://www.twilio.com/docs/messaging/guides/webhook-request (read 2026-11)
 */
export function contentsOf(fields: Fields): readonly [Content, ...Content[]] {
  const [first, ...others] = filesOf(fields);
  const place = locationOf(fields);
  if (!first && place) return [place, ...wordsBeside(place, fields.get('Body'))];
  if (!first) return [wordsOf(fields)];
  const { caption } = documentWords(first.kind, fields.get('Body'));
  return [
    { kind: 'media', media: first, ...(caption && { caption }) },
    ...others.map((media) => ({ kind: 'media' as const, media })),
  ];
}

/** A place may come with words; its own name or address would only be told twice. */
const wordsBeside = ({ name, address }: Location, body: string | undefined): readonly Content[] =>
  body && body !== name && body !== address ? [{ kind: 'text', text: body }] : [];

function wordsOf(fields: Fields): Content {
  const body = fields.get('Body');
  const type = fields.get('MessageType');
  return (
    choiceOf(fields) ??
    reactionOf(fields) ??
    (body ? { kind: 'text', text: body } : { kind: 'unsupported', description: word(type ?? 'empty') })
  );
}

function choiceOf(fields: Fields): Content | undefined {
  const button = fields.get('ButtonText');
  const text = button ?? fields.get('ListTitle');
  if (!text) return undefined;
  const payload = button ? fields.get('ButtonPayload') : fields.get('ListId');
  return { kind: 'choice', text, ...(payload && { payload }) };
}

type Location = Extract<Content, { kind: 'location' }>;

function locationOf(fields: Fields): Location | undefined {
  const [latitude, longitude] = [Number(fields.get('Latitude') ?? NaN), Number(fields.get('Longitude') ?? NaN)];
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return undefined;
  const [name, address] = [fields.get('Label'), fields.get('Address')];
  return { kind: 'location', latitude, longitude, ...(name && { name }), ...(address && { address }) };
}

/** Reactions are not documented for these webhooks; should one come, it must not look like an utterance. */
function reactionOf(fields: Fields): Content | undefined {
  const target = fields.get('OriginalRepliedMessageSid');
  if (fields.get('MessageType') !== 'reaction' || !target) return undefined;
  const emoji = fields.get('Body');
  return { kind: 'reaction', target, ...(emoji && { emoji }) };
}

/** Up to ten files (MMS); WhatsApp sends one. */
function filesOf(fields: Fields): MediaRef[] {
  const count = Math.min(10, Number(fields.get('NumMedia')) || 0);
  return Array.from({ length: count }, (_, index) => fileOf(fields, index)).flatMap((file) => file ?? []);
}

function fileOf(fields: Fields, index: number): MediaRef | undefined {
  const providerId = fields.get(`MediaUrl${index}`);
  if (!providerId) return undefined;
  const mimeType = fields.get(`MediaContentType${index}`);
  const kind = kindOf(fields, mimeType);
  const { fileName } = index === 0 ? documentWords(kind, fields.get('Body')) : {};
  return { kind, providerId, ...(mimeType && { mimeType }), ...(fileName && { fileName }) };
}

function kindOf(fields: Fields, mimeType = ''): MediaKind {
  if (fields.get('MessageType') === 'sticker') return 'sticker';
  return KINDS[mimeType.split('/')[0] ?? ''] ?? 'document';
}

const KINDS: Readonly<Record<string, MediaKind>> = { image: 'image', video: 'video', audio: 'audio' };
