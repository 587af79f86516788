import type { Gate } from './gate';
import { type Manifest, modulesOf } from './manifest';
import { json, jsonBody } from './reply';
import { webTriggerUrlOf } from './webTriggers';

type GraphqlParts = { readonly manifest: Manifest; readonly gate: Gate; readonly baseUrl: string };

/** The addresses of web triggers, as `webTrigger` of `@forge/api` asks for them. They are stable. */
export function createGraphql({ manifest, gate, baseUrl }: GraphqlParts) {
  return (init: { readonly body?: unknown } | undefined): Promise<Response> => {
    const { query, variables } = jsonBody(init) as { query: string; variables: { input?: { triggerKey?: string } } };
    return gate.pass({ at: 'graphql', perform: async () => answer(query, variables.input?.triggerKey ?? '') });
  };

  function answer(query: string, triggerKey: string): Response {
    const keys = modulesOf(manifest, 'webtrigger').map(({ key }) => key);
    if (query.includes('createWebTriggerUrl')) {
      if (!keys.includes(triggerKey))
        return json(200, { data: null, errors: [{ message: `no web trigger ${triggerKey}` }] });
      return json(200, { data: { createWebTriggerUrl: { url: webTriggerUrlOf(baseUrl, triggerKey) } } });
    }
    if (query.includes('webTriggerUrlsByAppContext')) {
      const urls = keys.map((key) => ({ triggerKey: key, url: webTriggerUrlOf(baseUrl, key) }));
      return json(200, { data: { webTriggerUrlsByAppContext: urls } });
    }
    return json(400, { errors: [{ message: 'the sandbox does not know this query' }] });
  }
}
