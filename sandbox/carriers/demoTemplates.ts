/** The templates of the invented shop, in WhatsApp's own spelling: what an agent may meet, one of each status. */
export type DemoTemplate = {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly status: 'APPROVED' | 'PENDING' | 'REJECTED' | 'PAUSED';
  readonly category: 'UTILITY' | 'MARKETING';
  readonly header?: string;
  readonly body: string;
  readonly footer?: string;
  readonly buttons?: readonly { readonly type: 'QUICK_REPLY' | 'URL'; readonly text: string; readonly url?: string }[];
};

export const DEMO_TEMPLATES: readonly DemoTemplate[] = [
  {
    id: '1001',
    name: 'case_update',
    language: 'en',
    status: 'APPROVED',
    category: 'UTILITY',
    body: 'Hello {{1}}, there is news about your request {{2}}. May we write to you?',
    buttons: [{ type: 'QUICK_REPLY', text: 'Yes, please' }],
  },
  {
    id: '1002',
    name: 'case_update',
    language: 'de',
    status: 'APPROVED',
    category: 'UTILITY',
    body: 'Guten Tag {{1}}, es gibt Neues zu Ihrer Anfrage {{2}}. Dürfen wir Ihnen schreiben?',
    buttons: [{ type: 'QUICK_REPLY', text: 'Ja, bitte' }],
  },
  {
    id: '1003',
    name: 'order_shipped',
    language: 'en',
    status: 'APPROVED',
    category: 'UTILITY',
    header: 'Order {{1}}',
    body: 'Good news, {{1}}: it arrives on {{2}}.',
    footer: 'Demo shop',
    buttons: [{ type: 'URL', text: 'Track it', url: 'https://shop.example.com/track/{{1}}' }],
  },
  {
    id: '1004',
    name: 'appointment',
    language: 'en',
    status: 'PENDING',
    category: 'UTILITY',
    body: 'We come on {{1}}.',
  },
  {
    id: '1005',
    name: 'summer_sale',
    language: 'en',
    status: 'REJECTED',
    category: 'MARKETING',
    body: 'Everything must go!',
  },
  {
    id: '1006',
    name: 'feedback',
    language: 'en',
    status: 'PAUSED',
    category: 'MARKETING',
    body: 'How did we do, {{1}}?',
  },
];

/** How many values each part takes, in the order header, body, buttons. */
export const valuesOf = ({ header = '', body, buttons = [] }: DemoTemplate) => ({
  header: count(header),
  body: count(body),
  buttons: buttons.map(({ url = '' }) => count(url)),
});

/** As the phone shows it. */
export const shownTemplate = (
  { header, body, footer }: DemoTemplate,
  values: { readonly header: readonly string[]; readonly body: readonly string[] },
): string =>
  [header && filled(header, values.header), filled(body, values.body), footer].filter((part) => part).join('\n');

const count = (text: string): number => (text.match(/\{\{\d+\}\}/g) ?? []).length;
const filled = (text: string, values: readonly string[]): string =>
  text.replace(/\{\{(\d+)\}\}/g, (whole, place: string) => values[Number(place) - 1] ?? whole);
