import type { NumberToConnect } from '../../sandbox/world/connect';
import {
  birdChannelsSms,
  birdChannelsWhatsApp,
  birdSms,
  birdWhatsApp,
  infobipSms,
  infobipWhatsApp,
  messagebirdSms,
  messagebirdWhatsApp,
  metaNumber,
  twilioSms,
  twilioWhatsApp,
  vonageSms,
  vonageWhatsApp,
} from './world';

/** One row per provider and channel: whoever adds a provider adds its numbers here, and the same stories are told. */
export const EVERY_NUMBER: readonly NumberToConnect[] = [
  metaNumber(),
  twilioWhatsApp(),
  twilioSms(),
  birdChannelsWhatsApp(),
  birdChannelsSms(),
  birdWhatsApp(),
  birdSms(),
  infobipWhatsApp(),
  infobipSms(),
  vonageWhatsApp(),
  vonageSms(),
  messagebirdWhatsApp(),
  messagebirdSms(),
];
