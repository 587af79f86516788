import type { Gateway, WebhookRequest } from '../../src/providers/provider';
import { NOW } from '../../test/providers/webhookRequest';
import { expectRead, type Subject } from './subject';

export const OURS = 'OmniChat';
export const OURS_VERIFYING = 'OmniChat, verify alone';

/** Our way: `verify`, then `parse`, as the web trigger does it. The clock is that of the signatures. */
export const ours = (webhook: string, gateway: Gateway, request: WebhookRequest): Subject => ({
  webhook,
  side: OURS,
  reads: gateway.parse(request).events.length,
  does: 'verifies, reads every event',
  once: () => {
    expectRead(gateway.verify(request, NOW).ok);
    expectRead(gateway.parse(request).events.length > 0);
  },
});

/** The first half alone, beside those who do no more. */
export const verifiedByUs = (webhook: string, gateway: Gateway, request: WebhookRequest): Subject => ({
  webhook,
  side: OURS_VERIFYING,
  reads: 0,
  does: 'verifies, reads nothing',
  once: () => expectRead(gateway.verify(request, NOW).ok),
});
