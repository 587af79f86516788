const CLOCK = 'Time is a port: take `now` as a parameter or ask clock.now().';

const HIDDEN_INPUTS = {
  "MemberExpression[object.name='Date'][property.name='now']": CLOCK,
  "NewExpression[callee.name='Date'][arguments.length=0]": CLOCK,
  "MemberExpression[object.name='Math'][property.name='random']": 'Chance is a port: ask ids.',
  "MemberExpression[object.name='process'][property.name='env']": 'The environment is read in src/forge only.',
  "MemberExpression[object.name='AbortSignal'][property.name='timeout']":
    'AbortSignal.timeout is never virtual: pass timeoutMs to the Http port.',
};

const ENUMS = { TSEnumDeclaration: 'A number fits an enum unseen: write a union of names.' };

/** Reports every syntax that one of the selectors describes, with its sentence. */
const refusing = (syntax) => ({
  create: (context) =>
    Object.fromEntries(
      Object.entries(syntax).map(([selector, message]) => [selector, (node) => context.report({ node, message })]),
    ),
});

/** The lint rules of this project, which `.oxlintrc.json` switches on. */
module.exports = {
  meta: { name: 'omnichat' },
  rules: { 'no-hidden-inputs': refusing(HIDDEN_INPUTS), 'no-enum': refusing(ENUMS) },
};
