/**
 * The spellings of an address that Twilio may have signed: with and without the port, as received or encoded the way one
 * of its back ends does. Each names the same place, so trying them weakens nothing.
 */
export function spellings(received: string): string[] {
  const [url = ''] = received.split('#');
  const normalised = URL.canParse(url) ? new URL(url).toString() : url;
  const encodings = [url, withEncodedPath(url), normalised, withEncodedQuery(normalised)];
  return [...new Set(encodings.flatMap((one) => [withoutPort(one), withPort(one)]))];
}

/** Taken apart by hand: `new URL()` would encode characters that Twilio signed as they were. */
function partsOf(url: string) {
  const found = /^(https?):\/\/([^/?#]*@)?([^/?#:]*|\[[^\]]*\])(:\d+)?([/?].*)?$/is.exec(url);
  if (!found) return undefined;
  const [, scheme = '', userInfo = '', host = '', port = '', rest = ''] = found;
  return { scheme, userInfo, host, port, rest };
}

function withoutPort(url: string): string {
  const parts = partsOf(url);
  return parts ? `${parts.scheme}://${parts.userInfo}${parts.host}${parts.rest}` : url;
}

function withPort(url: string): string {
  const parts = partsOf(url);
  if (!parts || parts.port) return url;
  const port = parts.scheme.toLowerCase() === 'https' ? ':443' : ':80';
  return `${parts.scheme}://${parts.userInfo}${parts.host}${port}${parts.rest}`;
}

/** A platform may hand the path over decoded; our status addresses end in an encoded message key. */
function withEncodedPath(url: string): string {
  const parts = partsOf(url);
  if (!parts) return url;
  const [path = '', ...query] = parts.rest.split('?');
  const encoded = path.split('/').map((segment) => recode(segment));
  return `${parts.scheme}://${parts.userInfo}${parts.host}${parts.port}${[encoded.join('/'), ...query].join('?')}`;
}

/** Some back ends read the query and write it again before signing. */
function withEncodedQuery(url: string): string {
  const start = url.indexOf('?');
  if (start < 0 || start === url.length - 1) return url;
  const pairs = [...new URLSearchParams(url.slice(start + 1))].map((pair) => pair.map(encodeURIComponent).join('='));
  return `${url.slice(0, start)}?${pairs.join('&')}`;
}

/** A segment that is no valid encoding stays as it is. */
function recode(segment: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(segment));
  } catch {
    return segment;
  }
}
