import Ajv from 'ajv-draft-04';
import type { JiraRequest } from '../../src/app/ports';
import { readShared } from './sharedFolder';

type Parameter = { name: string; in: string; required?: boolean; schema?: object };
type Operation = { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: object }> } };
type Document = { paths: Record<string, Record<string, Operation>> };

/** Says what is wrong with a request by the operations of Jira's published descriptions; empty where nothing is. */
export function requestCheck(files: readonly string[]): (request: JiraRequest) => readonly string[] {
  const documents = files.map((file) => ({ file, document: withoutExamples(readShared(file)) }));
  const ajv = new Ajv({ strict: false, validateSchema: false, validateFormats: false, coerceTypes: false });
  for (const { file, document } of documents) ajv.addSchema(document, file);
  return (request) => {
    const [path = '', query = ''] = request.path.split('?');
    for (const { file, document } of documents) {
      const operation = operationOf(document, request.method, path);
      if (operation) return [...queryErrors(operation, query), ...bodyErrors(ajv, file, operation, request.body)];
    }
    return [`no operation ${request.method} ${path}`];
  };
}

/** Examples hold texts under `id`, which the validator would take for names of schemas. */
const withoutExamples = (document: unknown): Document =>
  JSON.parse(JSON.stringify(document, (key, value: unknown) => (key === 'example' ? undefined : value))) as Document;

function operationOf({ paths }: Document, method: string, path: string): Operation | undefined {
  const fits = (template: string) => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
  const templates = Object.keys(paths).filter(fits);
  // A fixed path wins over one with a place-holder: /user/search over /user/{x}.
  const [template] = templates.sort((one, other) => one.split('{').length - other.split('{').length);
  return template === undefined ? undefined : paths[template]?.[method.toLowerCase()];
}

function queryErrors({ parameters = [] }: Operation, query: string): readonly string[] {
  const given = new URLSearchParams(query);
  const known = parameters.filter((parameter) => parameter.in === 'query');
  const unknown = [...given.keys()].filter((name) => !known.some((parameter) => parameter.name === name));
  const missing = known.filter(({ name, required }) => required && !given.has(name));
  const wrong = known.filter(({ name, schema }) => given.has(name) && schema && !takes(schema, given.get(name) ?? ''));
  return [
    ...unknown.map((name) => `unknown parameter ${name}`),
    ...missing.map(({ name }) => `missing parameter ${name}`),
    ...wrong.map(({ name }) => `parameter ${name} does not take ${given.get(name) ?? ''}`),
  ];
}

/** Values of a query are texts: numbers and booleans are read before they are checked, lists part at commas. */
function takes(schema: object, text: string): boolean {
  const { type } = schema as { type?: string };
  const read: Record<string, (text: string) => unknown> = {
    integer: Number,
    boolean: (word) => ({ true: true, false: false })[word] ?? word,
    array: (list) => list.split(','),
  };
  const value = read[type ?? '']?.(text) ?? text;
  return new Ajv({ strict: false, validateFormats: false }).compile(schema)(value);
}

// oxlint-disable-next-line max-params -- what is checked against what
function bodyErrors(ajv: Ajv, file: string, { requestBody }: Operation, body: unknown): readonly string[] {
  if (!requestBody) return body === undefined ? [] : ['a body where none is taken'];
  const schema = requestBody.content['application/json']?.schema ?? {};
  const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', `"${file}#/`)) as object);
  if (validate(body)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
