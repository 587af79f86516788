import type { Fault } from '../../sandbox/faults';
import type { World } from '../../sandbox/world';
import { Agent } from './agentSteps';
import { msOf, type Stretch } from './clock';
import { jiraPerson } from './jiraPerson';
import { jiraSteps } from './jiraSteps';
import { Phone } from './phoneSteps';
import { metaNumber, newTestWorld, twilioSms, type WorldWish } from './world';

export { metaNumber, twilioSms, twilioWhatsApp } from './world';

export const ANA = '+385991903327';
export const JONAS = '+4915117607506';

/** A sandbox world told in the words of its people. It begins on a Monday at 09:00 UTC with its numbers connected. */
export async function sandboxWorld(wish: WorldWish = {}) {
  const world = await newTestWorld(wish);
  const numbers = wish.numbers ?? [metaNumber(), twilioSms()];
  const businessNumber = (channel: 'whatsapp' | 'sms') => {
    const found = numbers.find((one) => one.channel === channel);
    if (!found) throw new Error(`no ${channel} number is connected in this world`);
    return found.number;
  };
  const steps = jiraSteps(jiraPerson(world.jira.door, accountOf(world, 'Ada')));
  const settle = async (): Promise<void> => {
    await world.idle(60_000);
  };
  return {
    ...steps,
    /** Keys of all requests, oldest first. */
    requests: () => Object.values(world.state.jira.issues).map(({ key }) => key),
    /** Keys of the requests that JQL finds, oldest first, once search has caught up. */
    found: async (jql: string) => {
      await world.advance(2_000);
      return steps.found(jql);
    },
    world,
    phone: (number: string) => new Phone(world, number, businessNumber),
    agent: (name: string) => new Agent(world, accountOf(world, name)),
    settle,
    clock: {
      now: () => world.agenda.now(),
      advance: (stretch: Stretch) => world.advance(msOf(stretch)),
    },
    breaks: (...plan: readonly Fault[]) => world.faults.set(plan),
    repairs: () => world.faults.clear(),
    outbox: (provider: string) => world.carriers.get(provider)?.outbox() ?? [],
  };
}

export type Steps = Awaited<ReturnType<typeof sandboxWorld>>;

function accountOf(world: World, name: string): string {
  const person = world.jira.people().find((one) => one.name.split(' ')[0] === name);
  if (!person) throw new Error(`nobody on the demo site is called ${name}`);
  return person.accountId;
}
