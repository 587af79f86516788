import { z } from 'zod';
import type { Given, GivenValue } from './templateBook';
import type { SentFile } from './sentFile';

const File = z.object({
  link: z.url().optional(),
  url: z.url().optional(),
  filename: z.string().optional(),
  caption: z.string().optional(),
});
const Parameter = z.object({
  type: z.string(),
  text: z.string().optional(),
  parameter_name: z.string().optional(),
  payload: z.string().optional(),
  coupon_code: z.string().optional(),
  image: File.optional(),
  video: File.optional(),
  document: File.optional(),
});
const Component = z.object({
  type: z.enum(['header', 'body', 'button']),
  sub_type: z.enum(['url', 'quick_reply', 'copy_code']).optional(),
  index: z.union([z.string(), z.number()]).optional(),
  parameters: z.array(Parameter).min(1),
});
type Parameter = z.infer<typeof Parameter>;

/** The values of a template in WhatsApp's own spelling. Undefined for what is spelled otherwise. */
export function givenIn(raw: unknown): Given | undefined {
  const components = z.array(Component).safeParse(raw ?? []).data;
  if (!components) return undefined;
  const of = (type: string) => components.filter((one) => one.type === type);
  const [header] = of('header').flatMap(({ parameters }) => parameters);
  const buttons = of('button').map(({ index = -1, parameters: [first] }) => [Number(index), valueOf(first)] as const);
  return {
    ...(header && { header: fileIn(header) ?? textIn(header) }),
    body: of('body').flatMap(({ parameters }) => parameters.map(textIn)),
    buttons: Object.fromEntries(buttons),
  };
}

const textIn = ({ text = '', parameter_name: name }: Parameter): GivenValue => ({
  text,
  ...(name !== undefined && { name }),
});

function fileIn(parameter: Parameter): { readonly file: SentFile } | undefined {
  const kind = (['image', 'video', 'document'] as const).find((one) => one === parameter.type);
  const file = kind && parameter[kind];
  const fileName = file?.filename ?? file?.caption;
  const link = file?.link ?? file?.url;
  return kind && link !== undefined ? { file: { kind, link, ...(fileName && { fileName }) } } : undefined;
}

const valueOf = (parameter: Parameter | undefined): string =>
  parameter?.text ?? parameter?.coupon_code ?? parameter?.payload ?? '';
