import { newAgenda } from '../../sandbox/agenda';
import type { CarrierState } from '../../sandbox/carriers/carrier';
import { chanceFrom } from '../../sandbox/chance';
import type { HttpCall } from '../../sandbox/doors';
import { faultsFrom } from '../../sandbox/faults';
import { newLedger } from '../../sandbox/ledger';
import { createPhones, newPhonesState } from '../../sandbox/phones';
import type { World } from '../../sandbox/world';
import type { NumberToConnect } from '../../sandbox/world/connect';
import { CARRIERS } from '../../sandbox/world/wire';
import { ANA } from './worldSteps';

type Wish = {
  /** Signed so long ago. */
  readonly agoMs?: number;
  /** Signed by the same provider for another account. */
  readonly byAnother?: true;
  /** Instead of what the provider says. */
  readonly body?: string;
};

/** What the carrier of a world would post now if Ana wrote, with its true signature; the app has not seen it. */
export async function signedWebhook(
  world: World,
  { provider, channel, number }: NumberToConnect,
  { agoMs = 0, byAnother, body }: Wish = {},
): Promise<HttpCall> {
  const state = structuredClone(world.state.carriers[provider]) as CarrierState;
  if (byAnother) state.credentials = { ...carrierApart(world, provider, { state: {} }).carrier.credentials() };
  const { carrier, told, pass, add } = carrierApart(world, provider, { state, agoMs });
  carrier.customerWrites({ from: ANA, to: number, channel, text: 'A message nobody expects' });
  await pass();
  const [said] = told;
  if (!said) throw new Error(`${provider} posted nothing`);
  if (body === undefined) return said;
  add({ ...said, body });
  await pass();
  return told[1] ?? said;
}

/** A carrier beside those of the world, whose webhooks are only noted. At another time it gives other ids. */
function carrierApart(world: World, provider: string, { state, agoMs = 0 }: { state: object; agoMs?: number }) {
  const agenda = newAgenda({ now: world.agenda.now() - agoMs - MOMENT_MS, counter: 0, items: [] });
  const told: HttpCall[] = [];
  const carrier = CARRIERS[provider]!({
    state,
    agenda,
    chance: chanceFrom({ seed: world.agenda.now() % 1_000_000_007 }),
    faults: faultsFrom({ faults: [] }),
    ledger: newLedger(),
    phones: createPhones({ state: newPhonesState(), agenda }),
    fetchLink: () => ({ status: 404, headers: {}, body: '' }),
    webTrigger: async (call) => {
      told.push(call);
      return { status: 200, headers: {}, body: '' };
    },
  });
  const add = (call: HttpCall) =>
    agenda.add({ kind: `carrier.${provider}.webhook`, what: 'a test', inMs: 0, payload: { call, waitsMs: [] } });
  return { carrier, told, add, pass: () => agenda.advanceTo(agenda.now() + MOMENT_MS) };
}

/** Longer than a carrier takes to tell of a message. */
const MOMENT_MS = 1_000;
