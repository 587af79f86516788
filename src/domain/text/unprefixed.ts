/**
 * X2 `prefixed`: the text after the prefix, in whatever case it is written; undefined where the text does not begin with it.
 * After the prefix comes white space, a colon or a comma: `@customers` does not begin with `@customer`.
 */
export function unprefixed(text: string, prefix: string): string | undefined {
  const said = text.trimStart();
  const wanted = prefix.trim();
  if (said.slice(0, wanted.length).toLowerCase() !== wanted.toLowerCase()) return undefined;
  const rest = said.slice(wanted.length);
  return rest === '' || wanted === '' || /^[\s:,]/.test(rest) ? rest.replace(/^[:,]?\s*/, '') : undefined;
}
