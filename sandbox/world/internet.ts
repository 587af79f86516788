import type { Carrier } from '../carriers/carrier';
import type { Internet } from '../doors';

/** The internet of this world: the hosts of its carriers and nothing else. `*.` at the front of a host stands for any name. */
export function internetOf(carriers: ReadonlyMap<string, Carrier>): Internet {
  return async (call) => {
    const { hostname } = new URL(call.url);
    const carrier = [...carriers.values()].find((one) => one.hosts.some((host) => covers(host, hostname)));
    if (!carrier) throw new Error(`getaddrinfo ENOTFOUND ${hostname}: no carrier of the sandbox serves this host`);
    return carrier.handle(call);
  };
}

const covers = (host: string, name: string) => (host.startsWith('*.') ? name.endsWith(host.slice(1)) : host === name);
