import Ajv from 'ajv-draft-04';
import { readShared } from '../../support/sharedFolder';

type Operation = { responses: Record<string, { content?: Record<string, { schema?: object }> }> };
type Document = { paths: Record<string, Record<string, Operation>> };
const FILES = ['openapi/jira-platform.json', 'openapi/jsm.json'];

type Answered = { readonly method: string; readonly path: string; readonly status: number; readonly body: unknown };

/** Says what is wrong with an answer by Jira's published descriptions; empty where nothing is. */
export function responseCheck(): (answered: Answered) => readonly string[] {
  const ajv = new Ajv({ strict: false, validateSchema: false, validateFormats: false, logger: false, allErrors: true });
  const documents = FILES.map((file) => ({ file, document: withoutExamples(readShared(file)) }));
  for (const { file, document } of documents) ajv.addSchema(document, file);
  return ({ method, path, status, body }) => {
    for (const { file, document } of documents) {
      const responses = operationOf(document, method, path)?.responses;
      if (!responses) continue;
      const described = responses[status];
      if (!described) return [`${status} is not among ${Object.keys(responses).join(', ')}`];
      const schema = described.content?.['application/json']?.schema;
      if (!schema || body === undefined) return [];
      const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', `"${file}#/`)) as object);
      if (validate(withoutNulls(body))) return [];
      return (validate.errors ?? []).map(
        ({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
      );
    }
    return [`no operation ${method} ${path}`];
  };
}

/** Examples hold texts under `id`, which the validator would take for names of schemas. */
const withoutExamples = (document: unknown): Document =>
  JSON.parse(JSON.stringify(document, (key, value: unknown) => (key === 'example' ? undefined : value))) as Document;

/** The descriptions know no null, real answers do: `from` and `to` of a change, an absent assignee. */
const withoutNulls = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body, (_key, value: unknown) => (value === null ? undefined : value)));

function operationOf({ paths }: Document, method: string, path: string): Operation | undefined {
  const fits = (template: string) => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
  const [template] = Object.keys(paths)
    .filter((one) => fits(one) && paths[one]?.[method.toLowerCase()])
    .sort((one, other) => one.split('{').length - other.split('{').length);
  return template === undefined ? undefined : paths[template]?.[method.toLowerCase()];
}
