import { listTemplates, readTemplates } from '../../../src/providers/meta/templates';

/** As Meta's documentation of template management shows a page (read 2026-11), names invented. */
const PAGE = {
  data: [
    {
      name: 'order_confirmation',
      language: 'en_US',
      status: 'APPROVED',
      category: 'UTILITY',
      id: '1',
      components: [
        { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['7'] } },
        { type: 'BODY', text: 'Thank you, {{1}}! It comes on {{2}}.' },
        { type: 'FOOTER', text: 'The shop' },
        {
          type: 'BUTTONS',
          buttons: [
            { type: 'QUICK_REPLY', text: 'Fine' },
            { type: 'URL', text: 'Track', url: 'https://shop.example.com/{{1}}' },
            { type: 'PHONE_NUMBER', text: 'Call', phone_number: '+15550051310' },
          ],
        },
      ],
    },
    { name: 'sale', language: 'en', status: 'PAUSED', components: [{ type: 'BODY', text: 'Sale' }] },
    { nonsense: true },
  ],
  paging: { cursors: { before: 'MAZDZD', after: 'MjQZD' }, next: 'https://graph.facebook.com/next' },
};
const answer = (body: unknown, status = 200) => ({ status, headers: {}, body: JSON.stringify(body) });

test('a page of templates is asked for with the token in a header alone', () => {
  const { url, headers } = listTemplates('10200', 'EAAtoken', 'MjQZD');
  expect(url).toBe(
    'https://graph.facebook.com/v26.0/10200/message_templates?fields=name%2Clanguage%2Cstatus%2Ccategory%2Ccomponents&limit=100&after=MjQZD',
  );
  expect(headers).toEqual({ authorization: 'Bearer EAAtoken' });
});

test('S2-49 a page of templates is read with every part; what is none is left out', () => {
  expect(readTemplates(answer(PAGE))).toEqual({
    ok: true,
    value: {
      cursor: 'MjQZD',
      templates: [
        {
          id: 'order_confirmation',
          name: 'order_confirmation',
          language: 'en_US',
          status: 'approved',
          category: 'utility',
          header: { kind: 'text', text: 'Order {{1}}', placeholders: 1, placeholder: '1' },
          body: 'Thank you, {{1}}! It comes on {{2}}.',
          placeholders: ['1', '2'],
          footer: 'The shop',
          buttons: [
            { kind: 'quick-reply', text: 'Fine', takesValue: false },
            { kind: 'url', text: 'Track', takesValue: true, url: 'https://shop.example.com/{{1}}' },
            { kind: 'phone', text: 'Call', takesValue: false },
          ],
        },
        expect.objectContaining({ name: 'sale', status: 'paused' }),
      ],
    },
  });
});

test('the last page has no cursor, and a refusal is told in the words of Meta', () => {
  const last = { ...PAGE, paging: { cursors: { after: 'MjQZD' } } };
  expect(readTemplates(answer(last))).toMatchObject({ ok: true, value: { templates: [{}, {}] } });
  expect(readTemplates(answer(last))).not.toHaveProperty('value.cursor');
  const error = { error: { message: 'Unsupported get request', code: 100, type: 'OAuthException' } };
  expect(readTemplates(answer(error, 400))).toEqual({
    ok: false,
    failure: expect.stringContaining('Meta did not list the templates (HTTP 400).') as string,
  });
  expect(readTemplates({ status: 502, headers: {}, body: '<html>' })).toMatchObject({ ok: false });
});
