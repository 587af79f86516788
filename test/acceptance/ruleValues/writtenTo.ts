import type { ConversationRules } from '../../../src/domain/conversationRules';
import type { WorldWish } from '../../support/world';
import { ANA, sandboxWorld } from '../../support/worldSteps';

/** Ana has written on WhatsApp under these rules; Ben works on her request SUP-1. */
export async function writtenTo(rules: Partial<ConversationRules>, wish: WorldWish = {}) {
  const steps = await sandboxWorld({ ...wish, rules });
  const ana = steps.phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = steps.agent('Ben');
  /** A call of the tab of SUP-1; its answer, once what it caused has settled. */
  const asks = async (call: string, input: unknown = {}) => {
    const answer = await ben.invokes(call, input, 'SUP-1');
    await steps.settle();
    return answer;
  };
  return { ...steps, ana, ben, asks };
}
