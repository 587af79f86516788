import type { Carrier, CustomerMedia, CustomerWish } from '../carriers/carrier';
import type { PhoneMedia, Phones } from '../phones';
import { sampleOf } from '../samples';
import { Refused } from './refused';

type Sides = { readonly carriers: ReadonlyMap<string, Carrier>; readonly phones: Phones };

/** Lets a customer write: the carrier that has the business number on that channel takes it. @throws Refused when none has, or when it cannot carry the message. */
export function customerWrites({ carriers, phones }: Sides, wish: CustomerWish): { readonly id: string } {
  const { text, media, reaction, edit, deletion, newPhone } = wish;
  if (![text, media, reaction, edit, deletion, newPhone].some(Boolean)) {
    throw new Refused('A message has a text, media, a reaction, an edit or a deletion.');
  }
  const carrier = [...carriers.values()].find((one) =>
    one.numbers().some((row) => row.number === wish.to && row.channel === wish.channel),
  );
  if (!carrier) throw new Refused(`No business number ${wish.to} takes ${wish.channel} messages here.`, 404);
  try {
    return carrier.customerWrites(media ? { ...wish, media: withFile(phones, media) } : wish);
  } catch (cause) {
    throw new Refused(cause instanceof Error ? cause.message : 'The carrier refuses this message.');
  }
}

/** The bytes go to where the phone keeps them. */
function withFile({ files }: Phones, { base64, ...media }: CustomerMedia): PhoneMedia {
  if (media.file !== undefined) return media;
  const sample = sampleOf(media.kind);
  const mimeType = media.mimeType ?? sample.mimeType;
  const bytes = base64 === undefined ? sample.bytes : new Uint8Array(Buffer.from(base64, 'base64'));
  return { ...media, file: files.keep({ bytes, mimeType }) };
}
