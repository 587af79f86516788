/**
 * The spellings of an address that MessageBird may have signed, the one called first. The platform hands path and query over
 * decoded, so what was signed is known up to its encoding; the order of the parameters is as it came.
 */
export function spellings(url: string): readonly string[] {
  const [address = '', ...rest] = url.split('?');
  const query = rest.join('?');
  const addresses = [address, withEncodedPath(address)];
  const queries = rest.length > 0 ? encodingsOf(query, pairsOf(query)).map((one) => `?${one}`) : [''];
  return [...new Set(addresses.flatMap((one) => queries.map((text) => `${one}${text}`)))];
}

/** The parameters sorted by name, as the older signature covers them. */
export function sortedQueries(url: string): readonly string[] {
  const start = url.indexOf('?');
  const query = start < 0 ? '' : url.slice(start + 1);
  const sorted = pairsOf(query).sort(([one], [other]) => (one < other ? -1 : Number(one > other)));
  return [...new Set(encodingsOf(undefined, sorted))];
}

type Pair = readonly [name: string, value: string];

/** In the offset of a time `+` arrives as a space where it was not encoded; no parameter has a space there by itself. */
const pairsOf = (query: string): Pair[] =>
  [...new URLSearchParams(query)].map(([name, value]) =>
    name === 'statusDatetime' ? [name, value.replace(' ', '+')] : [name, value],
  );

/** Spaces as `%20` or `+`, brackets in names encoded or not: what the back ends of MessageBird are written in does differently. */
function encodingsOf(raw: string | undefined, pairs: readonly Pair[]): readonly string[] {
  const plain = pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
  const strict = pairs.map((pair) => pair.map(strictlyEncoded).join('=')).join('&');
  const both = [plain, strict, withBrackets(strict)];
  return [...(raw === undefined ? [] : [raw]), ...both, ...both.map((one) => one.replaceAll('%20', '+'))];
}

const strictlyEncoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const withBrackets = (query: string): string => query.replaceAll('%5B', '[').replaceAll('%5D', ']');

/** Our status addresses end in an encoded message key and an encoded number. */
function withEncodedPath(address: string): string {
  const [scheme = '', empty = '', host = '', ...segments] = address.split('/');
  return [scheme, empty, host, ...segments.map(recode)].join('/');
}

/** A segment that is no valid encoding stays as it is. */
function recode(segment: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(segment));
  } catch {
    return segment;
  }
}
