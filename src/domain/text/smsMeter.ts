import { SegmentedMessage } from 'sms-segments-calculator';

/** `used` of `size` units fill the last part; `total` units are there in all, of at most `room` in `maxParts` parts. */
export type SmsMeter = {
  readonly parts: number;
  readonly used: number;
  readonly size: number;
  readonly total: number;
  readonly room: number;
};

/** Units of one part, alone and as one of several (3GPP TS 23.038 and 23.040); bits of a unit. */
const SIZES = {
  'GSM-7': { alone: 160, joined: 153, bits: 7 },
  'UCS-2': { alone: 70, joined: 67, bits: 16 },
} as const;

/** How full the SMS is that a text goes out as (S2-26, S2-27). */
export function smsMeter(text: string, maxParts: number): SmsMeter {
  const { segments, encodingName } = new SegmentedMessage(text);
  const { alone, joined, bits } = SIZES[encodingName];
  const units = segments.map((segment) => segment.messageSizeInBits() / bits);
  const room = maxParts === 1 ? alone : joined * maxParts;
  return {
    parts: Math.max(1, units.length),
    used: units.at(-1) ?? 0,
    size: units.length > 1 ? joined : alone,
    total: units.reduce((sum, one) => sum + one, 0),
    room,
  };
}
