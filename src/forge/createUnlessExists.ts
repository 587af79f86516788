import { ForgeKvsAPIError } from '@forge/kvs';

/** True when the record was created, false when it existed. The error's code is undocumented: HTTP 409 alone says so. */
export async function createUnlessExists(create: (policy: 'FAIL_IF_EXISTS') => Promise<void>): Promise<boolean> {
  try {
    await create('FAIL_IF_EXISTS');
    return true;
  } catch (error) {
    if (error instanceof ForgeKvsAPIError && error.responseDetails.status === 409) return false;
    throw error;
  }
}
