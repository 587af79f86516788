/** Do two plain values say the same? Stored records have their fields in any order. */
export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([name, field]): [string, unknown] => [name, inOrder(field)])
    .toSorted(([one], [other]) => one.localeCompare(other));
}
