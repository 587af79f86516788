import type { FailureReason } from '../domain/delivery';

/** Which of our reasons an error of a GSM network means, by its number in 3GPP TS 29.002 and 24.011; undefined for others. */
export const gsmReason = (code: string): FailureReason | undefined => REASON[code];

const REASON: Readonly<Record<string, FailureReason>> = {
  1: 'unreachable',
  5: 'unreachable',
  6: 'unreachable',
  9: 'unreachable',
  11: 'unreachable',
  12: 'unreachable',
  13: 'blocked',
  21: 'unreachable',
  27: 'unreachable',
  28: 'unreachable',
  29: 'unreachable',
  31: 'unreachable',
  32: 'unreachable',
  33: 'unreachable',
};
