import { listTemplates, readTemplates } from '../../../src/providers/twilio/templates';

const CREDENTIALS = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'token' };
const NEXT = 'https://content.twilio.com/v1/ContentAndApprovals?PageSize=50&Page=1&PageToken=x';
/** As Twilio's documentation of Content and Approvals shows a page (read 2026-11), names invented. */
const PAGE = {
  contents: [
    {
      sid: `HX${'1'.repeat(32)}`,
      friendly_name: 'Order',
      language: 'en',
      variables: { '1': 'Ana' },
      types: {
        'whatsapp/card': {
          header_text: 'Order {{1}}',
          body: 'Thank you, {{2}}!',
          footer: 'The shop',
          actions: [
            { type: 'QUICK_REPLY', title: 'Fine', id: 'fine' },
            { type: 'URL', title: 'Track', url: 'https://shop.example.com/{{3}}' },
          ],
        },
      },
      approval_requests: { name: 'order', status: 'approved', category: 'UTILITY' },
    },
    {
      sid: `HX${'2'.repeat(32)}`,
      friendly_name: 'Sale',
      language: 'en',
      types: { 'twilio/text': { body: 'Sale' } },
      approval_requests: { name: 'sale', status: 'rejected' },
    },
    { nonsense: true },
  ],
  meta: { page: 0, next_page_url: NEXT },
};
const answer = (body: unknown, status = 200) => ({ status, headers: {}, body: JSON.stringify(body) });

test('the next page is asked for where Twilio says, and nowhere but at Twilio', () => {
  const first = 'https://content.twilio.com/v1/ContentAndApprovals?PageSize=100';
  expect(listTemplates(CREDENTIALS).url).toBe(first);
  expect(listTemplates(CREDENTIALS, NEXT).url).toBe(NEXT);
  expect(listTemplates(CREDENTIALS, 'https://evil.example.com/v1').url).toBe(first);
  expect(listTemplates(CREDENTIALS, 'https://content.twilio.com.evil.example.com/').url).toBe(first);
});

test('S2-49 a page of contents is read as templates; what is none is left out', () => {
  expect(readTemplates(answer(PAGE))).toEqual({
    ok: true,
    value: {
      cursor: NEXT,
      templates: [
        {
          id: `HX${'1'.repeat(32)}`,
          name: 'order',
          language: 'en',
          status: 'approved',
          category: 'utility',
          header: { kind: 'text', text: 'Order {{1}}', placeholders: 1, placeholder: '1' },
          body: 'Thank you, {{2}}!',
          placeholders: ['2'],
          footer: 'The shop',
          buttons: [
            { kind: 'quick-reply', text: 'Fine', takesValue: false },
            { kind: 'url', text: 'Track', takesValue: true, placeholder: '3', url: 'https://shop.example.com/{{3}}' },
          ],
          sharesNames: true,
        },
        expect.objectContaining({ name: 'sale', status: 'rejected' }),
      ],
    },
  });
});

test('the last page has no cursor, and a refusal is told in the words of Twilio', () => {
  const last = readTemplates(answer({ ...PAGE, meta: { next_page_url: null } }));
  expect(last).toMatchObject({ ok: true });
  expect(last).not.toHaveProperty('value.cursor');
  expect(readTemplates(answer({ code: 20003, message: 'Authenticate' }, 401))).toEqual({
    ok: false,
    failure: 'Twilio did not list the templates (HTTP 401). Twilio says: Authenticate',
  });
});

test('S2-49 a content that nobody handed in to WhatsApp is not said to be in review', () => {
  const [order] = PAGE.contents;
  const statusOf = (status: string) => {
    const page = readTemplates(answer({ contents: [{ ...order, approval_requests: { name: '', status } }] }));
    return page.ok && page.value.templates.map((one) => one.status);
  };
  expect(statusOf('unsubmitted')).toEqual(['unknown']);
  expect(statusOf('received')).toEqual(['pending']);
});
