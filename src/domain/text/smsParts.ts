import { SegmentedMessage } from 'sms-segments-calculator';

export type SmsParts = { readonly parts: number; readonly encoding: 'GSM-7' | 'UCS-2' };

/**
 * How many SMS the text is sent as. One holds 160 GSM-7 or 70 UCS-2 units; once there are two or more, each holds 153 or 67,
 * and no character is cut in two. Source: 3GPP TS 23.038 and 23.040.
 */
export function smsParts(text: string): SmsParts {
  const segmented = new SegmentedMessage(text);
  return { parts: segmented.segmentsCount, encoding: segmented.encodingName };
}
