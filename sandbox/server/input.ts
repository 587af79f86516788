import type { Context } from 'hono';
import type { z } from 'zod';
import { Refused } from '../world/refused';

/** The JSON body of a request, checked. @throws Refused with a sentence that names the field which is wrong. */
export async function inputOf<Input>(context: Context, schema: z.ZodType<Input>): Promise<Input> {
  const text = await context.req.text();
  const parsed = schema.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the body'}: ${issue.message}`);
  throw new Refused(`This is not what ${context.req.path} takes. ${wrong.join('; ')}.`);
}

function parse(text: string): unknown {
  try {
    return text === '' ? {} : (JSON.parse(text) as unknown);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unreadable';
    throw new Refused(`The body is not JSON: ${why}.`);
  }
}
