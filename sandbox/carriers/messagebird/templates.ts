const around = {
  namespace: '8a4f2c0e_51d7_4b3a_9f66_0c2d7e1b5a90',
  wabaId: '102290129340398',
  createdAt: '2026-01-10T08:00:00Z',
};

/** The approved texts of the demo account, and one that is not. */
export const TEMPLATES: readonly object[] = [
  {
    ...around,
    name: 'request_update',
    language: 'en_GB',
    category: 'UTILITY',
    status: 'APPROVED',
    components: [{ type: 'BODY', text: 'Hello {{1}}, there is news about your request {{2}}.' }],
  },
  {
    ...around,
    name: 'spring_sale',
    language: 'en_GB',
    category: 'MARKETING',
    status: 'REJECTED',
    components: [{ type: 'BODY', text: 'Half price on everything!' }],
  },
];
