export type PhoneDoubt = 'too-long' | 'local' | 'short' | 'no-plus';

/** E.164 (ITU-T): country code and number have 15 digits at most. */
const MOST_DIGITS = 15;
/** Short codes have up to 8 digits; with a country code no number is shorter than 7. */
const SHORT = 8;
const SHORT_ABROAD = 6;

/**
 * What speaks against what somebody typed as a phone number in E.164 (S2-41, S2-42): all but `too-long` may work, depending on
 * the phone and the network. Undefined for a good one, and for what is no number at all.
 */
export function phoneDoubt(typed: string): PhoneDoubt | undefined {
  const { bare, isAbroad, digits } = read(typed);
  if (!/^\+?\d+$/.test(bare)) return undefined;
  if (digits.length > MOST_DIGITS) return 'too-long';
  if (digits.length <= (isAbroad ? SHORT_ABROAD : SHORT)) return 'short';
  if (digits.startsWith('0')) return 'local';
  return isAbroad ? undefined : 'no-plus';
}

/** The same in E.164 where only the plus sign is missing, or 00 stands for it; else without what people put between digits. */
export function withPlus(typed: string): string {
  const { bare, isAbroad, digits } = read(typed);
  if (!/^\+?\d+$/.test(bare)) return typed;
  return isAbroad || phoneDoubt(typed) === 'no-plus' ? `+${digits}` : bare;
}

function read(typed: string): { readonly bare: string; readonly isAbroad: boolean; readonly digits: string } {
  const bare = typed.replace(/[\s().\-/]/g, '');
  return { bare, isAbroad: /^(\+|00)/.test(bare), digits: bare.replace(/^(\+|00)/, '') };
}
