/**
 * Twilio does not try again after an HTTP error unless the address asks for it: `#rc=<count>&rp=all`.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides (read 2026-11); the waits are not published.
 */
export function retryWaitsMs(address: string): readonly number[] {
  const overrides = new URLSearchParams(address.split('#')[1] ?? '');
  const policies = (overrides.get('rp') ?? 'ct').split(',');
  if (!policies.some((policy) => policy === 'all' || policy === '5xx')) return [];
  const count = Math.min(5, Math.max(0, Number(overrides.get('rc')) || 0));
  return Array.from({ length: count }, (_, attempt) => 500 * 2 ** attempt);
}
