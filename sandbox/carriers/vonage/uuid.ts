import { type Account, hex } from '../account';

/** An id as Vonage gives them, made from the world's chance. */
export const uuid = ({ chance }: Pick<Account, 'chance'>): string =>
  [8, 4, 4, 4, 12].map((length) => hex(chance, length)).join('-');
