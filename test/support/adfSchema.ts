import Ajv from 'ajv-draft-04';
import schema from '@atlaskit/adf-schema/dist/json-schema/v1/full.json';

const validate = new Ajv({ strict: false }).compile(schema);

/** What Atlassian's own document schema says against the document; empty where it accepts it. */
export function adfErrors(doc: unknown): readonly string[] {
  if (validate(doc)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}
