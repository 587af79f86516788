type Defined<Value> = { [Name in keyof Value]?: Exclude<Value[Name], undefined> };

/** The same without the fields that are undefined: what is merged in must not take anything away. */
export function definedOnly<Value extends object>(value: Value): Defined<Value> {
  const defined: Defined<Value> = {};
  for (const name in value) {
    const field = value[name];
    if (isDefined(field)) defined[name] = field;
  }
  return defined;
}

const isDefined = <Field>(field: Field): field is Exclude<Field, undefined> => field !== undefined;
