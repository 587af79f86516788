import type { BusinessNumber, Carrier, CustomerMedia, CustomerWish, StaffWish } from '../carriers/carrier';
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
  const carrier = carrierOf(carriers, { number: wish.to, channel: wish.channel });
  return taken(() => carrier.customerWrites(media ? { ...wish, media: withFile(phones, media) } : wish));
}

/** Lets staff write on WhatsApp outside the API. @throws Refused when no carrier has the number, or it tells of no such messages. */
export function staffWrites({ carriers }: Sides, wish: StaffWish): { readonly id: string } {
  const carrier = carrierOf(carriers, { number: wish.from, channel: 'whatsapp' });
  return taken(() => {
    const written = carrier.staffWrites?.(wish);
    if (written) return written;
    throw new Error(`${carrier.title} tells of no messages that staff write elsewhere.`);
  });
}

function carrierOf(carriers: Sides['carriers'], wanted: Pick<BusinessNumber, 'number' | 'channel'>): Carrier {
  const found = [...carriers.values()].find((one) =>
    one.numbers().some(({ number, channel }) => number === wanted.number && channel === wanted.channel),
  );
  if (found) return found;
  throw new Refused(`No business number ${wanted.number} takes ${wanted.channel} messages here.`, 404);
}

function taken<T>(write: () => T): T {
  try {
    return write();
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
