/** The account's templates as Infobip lists them: one of each status an agent may meet. */
export const TEMPLATES: readonly object[] = [
  template('order_update', 'en', {
    body: { text: 'Hello {{1}}, your order {{2}} has left our house.' },
    footer: { text: 'Your shop' },
    buttons: [{ type: 'URL', text: 'Follow it', url: 'https://shop.example.com/orders/{{1}}' }],
    type: 'TEXT',
  }),
  template('we_are_back', 'de', {
    header: { format: 'TEXT', text: 'Ihre Anfrage {{1}}' },
    body: { text: 'Guten Tag {{1}}, wir haben eine Antwort für Sie.' },
    buttons: [{ type: 'QUICK_REPLY', text: 'Bitte senden' }],
    type: 'TEXT',
  }),
  { ...template('summer_sale', 'en', { body: { text: 'Everything must go!' }, type: 'TEXT' }), status: 'REJECTED' },
];

function template(name: string, language: string, structure: object) {
  return {
    id: String(name.length * 1_000 + language.length),
    businessAccountId: 222,
    name,
    language,
    status: 'APPROVED',
    category: 'UTILITY',
    structure,
    quality: 'HIGH',
    createdAt: '2026-01-01T00:00:00.000+0000',
    lastUpdatedAt: '2026-01-01T00:00:00.000+0000',
  };
}
