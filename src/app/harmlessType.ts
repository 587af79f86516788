export type FileType = { readonly mimeType: string; readonly ending: string };

type Called = { readonly fileName?: string; readonly mimeType: string | undefined };
type Endings = Readonly<Record<string, string>>;

const DOCUMENTS: Endings = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
};

/** What the older programs of Microsoft's Office write, by their signature alone. */
const COMPOUND: Endings = {
  ...DOCUMENTS,
  dot: 'application/msword',
  pps: 'application/vnd.ms-powerpoint',
  msg: 'application/vnd.ms-outlook',
  mpp: 'application/vnd.ms-project',
  vsd: 'application/vnd.visio',
};

/** A file of parts whose first ones are packed in another order than usual is known as an archive alone. */
const ARCHIVES: Endings = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  odg: 'application/vnd.oasis.opendocument.graphics',
  pages: 'application/vnd.apple.pages',
  numbers: 'application/vnd.apple.numbers',
  key: 'application/vnd.apple.keynote',
};

/** Texts have no signature. Some programs write tables and letters as text under the names of Office. */
const TEXTS: Endings = {
  ...DOCUMENTS,
  txt: 'text/plain',
  log: 'text/plain',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  ics: 'text/calendar',
  vcf: 'text/vcard',
  json: 'application/json',
  eml: 'message/rfc822',
};

const CONTAINERS: Readonly<Record<string, Endings>> = { 'application/x-cfb': COMPOUND, 'application/zip': ARCHIVES };

/**
 * What a file may be called where its bytes tell no more than a container, or nothing (`container` undefined): what its name ends in,
 * else what the provider calls it, if that fits. No browser runs any of these: nothing that is a page, a picture with scripts or a
 * program (html, svg, xml, js, hta, exe …) may ever be added, nor a type that ends in `+xml`.
 */
export function harmlessType({ fileName = '', mimeType }: Called, container?: string): FileType | undefined {
  const endings = container === undefined ? TEXTS : (CONTAINERS[container] ?? {});
  const [, named = ''] = /\.([a-z0-9]{1,8})\s*$/.exec(fileName.toLowerCase()) ?? [];
  const known = Object.entries(endings);
  const [ending, type] = known.find(([one]) => one === named) ?? known.find(([, one]) => one === mimeType) ?? [];
  return ending !== undefined && type !== undefined ? { mimeType: type, ending } : undefined;
}
