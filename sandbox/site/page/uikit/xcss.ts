import type { CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';

type AnyToken = Parameters<typeof token>[0];

const looksLikeToken = /^(color|elevation|space|radius|border|font|opacity)[.]/;
const pixels: Readonly<Record<string, string>> = { 'border.width': '1px', 'border.radius': '3px' };

/** The style of `xcss` and of Box's own props: names of design tokens become their variables, other values stay. */
export function styleOf(values: Readonly<Record<string, unknown>>): CSSProperties {
  const style: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || name.startsWith(':') || name.startsWith('@')) continue;
    style[name] = typeof value === 'string' && looksLikeToken.test(value) ? variable(value) : value;
  }
  return style;
}

const variable = (name: string): string => pixels[name] ?? token(name as AnyToken);
