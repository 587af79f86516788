import { randomBytes } from 'node:crypto';
import type { Ids } from '../app/ports';

export const ids: Ids = {
  next: () => randomBytes(16).toString('hex'),
  // The bias of the remainder is below one in a million for every limit we use: it spreads waiting times, no more.
  below: (limit) => randomBytes(4).readUInt32BE() % limit,
};
