/** The end of an exhaustive switch: a new case fails the build there. @throws always. */
export function unreachable(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
