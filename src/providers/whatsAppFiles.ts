import type { FileLimits } from '../domain/sendableFile';

const MB = 1_000_000;

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media (read 2026-11) */
export const WHATSAPP_FILES: FileLimits = {
  image: 5 * MB,
  video: 16 * MB,
  audio: 16 * MB,
  voice: 16 * MB,
  document: 100 * MB,
  sticker: 100_000,
};
