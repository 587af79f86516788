import { newAgenda } from '../../../sandbox/agenda';
import type { Carrier, CarrierParts } from '../../../sandbox/carriers/carrier';
import { chanceFrom } from '../../../sandbox/chance';
import type { HttpCall, HttpReply } from '../../../sandbox/doors';
import { type Fault, faultsFrom } from '../../../sandbox/faults';
import { newLedger } from '../../../sandbox/ledger';
import { createPhones, newPhonesState } from '../../../sandbox/phones';
import type { Provider, ProviderRequest, WebhookRequest } from '../../../src/providers/provider';

export const BEGINS = Date.parse('2026-11-20T09:00:00Z');
export const ADDRESS = 'https://3f2a.webtrigger.atlassian.app/public/inbound/c1/token';
export const ANA = '+385991903327';

/** One carrier with phones, a clock, and an app that records what it is told and answers with the statuses given. */
export function carrierWorld(create: (parts: CarrierParts) => Carrier, state: CarrierWorldState = newState()) {
  const agenda = newAgenda(state.agenda);
  const phones = createPhones({ state: state.phones, agenda });
  const told: HttpCall[] = [];
  const answers: number[] = [];
  const links: Record<string, HttpReply> = {};
  const carrier = create({
    state: state.carrier,
    agenda,
    chance: chanceFrom(state.chance),
    faults: faultsFrom(state),
    ledger: newLedger(),
    phones,
    fetchLink: (url) => links[url] ?? { status: 404, headers: {}, body: '' },
    webTrigger: async (call) => {
      told.push(call);
      const challenge = new URL(call.url).searchParams.get('hub.challenge') ?? '';
      return { status: answers.shift() ?? 200, headers: {}, body: challenge };
    },
  });
  const pass = (ms: number) => agenda.advanceTo(agenda.now() + ms);
  return { carrier, phones, agenda, told, answers, links, state, pass };
}

export type CarrierWorldState = {
  agenda: { now: number; counter: number; items: never[] };
  chance: { seed: number };
  faults: Fault[];
  phones: ReturnType<typeof newPhonesState>;
  carrier: object;
};

export const newState = (seed = 7): CarrierWorldState => ({
  agenda: { now: BEGINS, counter: 0, items: [] },
  chance: { seed },
  faults: [],
  phones: newPhonesState(),
  carrier: {},
});

/** The gateway of the app, connected with what the carrier's console shows. */
export function gatewayOf(provider: Provider, carrier: Carrier) {
  const connected = provider.connect(carrier.credentials());
  if (!connected.ok) throw new Error(connected.failure);
  return connected.value;
}

/** A webhook of the carrier as the app's gateway gets it. */
export function asWebhook(call: HttpCall): WebhookRequest {
  const url = new URL(call.url);
  const query = Object.fromEntries(url.searchParams);
  const suffix = call.url.startsWith(ADDRESS) ? call.url.slice(ADDRESS.length).replace(/[?#].*/, '') : '';
  return { method: call.method, url: call.url, suffix, query, headers: call.headers, body: String(call.body) };
}

/** A request of the gateway as it reaches the carrier. */
export const asCall = (request: ProviderRequest): HttpCall => ({ ...request, body: request.body ?? '' });

export const bodyOf = (reply: { readonly body: Uint8Array | string }): unknown => JSON.parse(String(reply.body));
