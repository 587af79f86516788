/** The templates of the invented shop, in WhatsApp's own spelling: what an agent may meet, one of each status and part. */
export type DemoTemplate = {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly status: 'APPROVED' | 'PENDING' | 'REJECTED' | 'PAUSED';
  readonly category: 'UTILITY' | 'MARKETING';
  readonly header?: DemoHeader;
  readonly body: string;
  readonly footer?: string;
  readonly buttons?: readonly DemoButton[];
};
export type DemoHeader =
  { readonly format: 'TEXT'; readonly text: string } | { readonly format: 'IMAGE' | 'VIDEO' | 'DOCUMENT' | 'LOCATION' };
export type DemoButton = {
  readonly type: 'QUICK_REPLY' | 'URL' | 'COPY_CODE';
  readonly text: string;
  readonly url?: string;
};

const english = { language: 'en', status: 'APPROVED', category: 'UTILITY' } as const;

export const DEMO_TEMPLATES: readonly DemoTemplate[] = [
  {
    ...english,
    id: '1001',
    name: 'case_update',
    body: 'Hello {{1}}, there is news about your request {{2}}. May we write to you?',
    buttons: [{ type: 'QUICK_REPLY', text: 'Yes, please' }],
  },
  {
    ...english,
    id: '1002',
    name: 'case_update',
    language: 'de',
    body: 'Guten Tag {{1}}, es gibt Neues zu Ihrer Anfrage {{2}}. Dürfen wir Ihnen schreiben?',
    buttons: [{ type: 'QUICK_REPLY', text: 'Ja, bitte' }],
  },
  {
    ...english,
    id: '1003',
    name: 'order_shipped',
    header: { format: 'TEXT', text: 'Order {{1}}' },
    body: 'Good news, {{1}}: it arrives on {{2}}.',
    footer: 'Demo shop',
    buttons: [
      { type: 'QUICK_REPLY', text: 'Thank you' },
      { type: 'URL', text: 'Track it', url: 'https://shop.example.com/track/{{1}}' },
    ],
  },
  {
    ...english,
    id: '1007',
    name: 'visit_planned',
    body: 'On {{2}} we come to see the machine, {{1}}. Is {{2}} still fine?',
  },
  {
    ...english,
    id: '1008',
    name: 'appointment_reminder',
    header: { format: 'TEXT', text: 'Your appointment, {{first_name}}' },
    body: 'Please come on {{day}} at {{hour}}.',
  },
  {
    ...english,
    id: '1009',
    name: 'repair_done',
    header: { format: 'IMAGE' },
    body: 'Your {{1}} works again: see for yourself.',
  },
  { ...english, id: '1010', name: 'your_offer', header: { format: 'DOCUMENT' }, body: 'Here is our offer, {{1}}.' },
  {
    ...english,
    id: '1011',
    name: 'voucher',
    category: 'MARKETING',
    body: 'Thank you for your patience, {{1}}.',
    buttons: [{ type: 'COPY_CODE', text: 'Copy code' }],
  },
  { ...english, id: '1012', name: 'find_us', header: { format: 'LOCATION' }, body: 'This is where we are.' },
  { ...english, id: '1004', name: 'appointment', status: 'PENDING', body: 'We come on {{1}}.' },
  {
    ...english,
    id: '1005',
    name: 'summer_sale',
    status: 'REJECTED',
    category: 'MARKETING',
    body: 'Everything must go!',
  },
  {
    ...english,
    id: '1006',
    name: 'feedback',
    status: 'PAUSED',
    category: 'MARKETING',
    body: 'How did we do, {{1}}?',
  },
];

/** The placeholders of a text, each once: by their numbers, or as they stand. */
export function namesIn(text: string): readonly string[] {
  const names = [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))];
  return names.every((name) => /^\d+$/.test(name)) ? names.sort((one, other) => Number(one) - Number(other)) : names;
}

/** The text with its placeholders filled in by name; one without a value stays. */
export const filledBy = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);

/** As WhatsApp spells the parts of a template. */
export const componentsOf = ({ header, body, footer, buttons }: DemoTemplate): readonly object[] => [
  ...(header ? [{ type: 'HEADER', ...header }] : []),
  { type: 'BODY', text: body },
  ...(footer ? [{ type: 'FOOTER', text: footer }] : []),
  ...(buttons ? [{ type: 'BUTTONS', buttons }] : []),
];

/** With names for its placeholders, or with numbers. */
const formatOf = (template: DemoTemplate): 'NAMED' | 'POSITIONAL' =>
  namesIn(template.body).every((name) => /^\d+$/.test(name)) ? 'POSITIONAL' : 'NAMED';

/** As WhatsApp's own list has it, and Vonage's after it. */
export const asListed = (template: DemoTemplate) => {
  const { id, name, language, status, category } = template;
  return {
    ...{ id, name, language, status, category },
    parameter_format: formatOf(template),
    components: componentsOf(template),
  };
};
