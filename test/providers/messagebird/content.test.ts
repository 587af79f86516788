import { conversationsBody, parseJsonBody } from './messagebirdCase';

const contentOf = (type: string, content: object) => {
  const [event] = parseJsonBody(conversationsBody({ type, content })).events;
  return event?.kind === 'message' ? event.content : undefined;
};

test.each([
  ['image', { url: 'https://media.messagebird.com/1', caption: 'Look' }, { kind: 'image' }, 'Look'],
  ['video', { url: 'https://media.messagebird.com/1', caption: 'Look' }, { kind: 'video' }, 'Look'],
  ['audio', { url: 'https://media.messagebird.com/1' }, { kind: 'audio' }, undefined],
  [
    'file',
    { url: 'https://media.messagebird.com/1', caption: 'r.pdf' },
    { kind: 'document', fileName: 'r.pdf' },
    undefined,
  ],
  ['file', { url: 'https://media.messagebird.com/1', caption: 'My receipt' }, { kind: 'document' }, 'My receipt'],
  ['whatsappSticker', { link: 'https://media.messagebird.com/1' }, { kind: 'sticker' }, undefined],
])('the file of a message of the type %s has its kind and its texts: %j', (...[type, part, media, caption]) => {
  expect(contentOf(type, { [type]: part })).toEqual({
    kind: 'media',
    media: { ...media, providerId: 'https://media.messagebird.com/1' },
    ...(caption && { caption }),
  });
});

test('a place is a place', () => {
  expect(contentOf('location', { location: { latitude: 52.379112, longitude: 4.900384 } })).toEqual({
    kind: 'location',
    latitude: 52.379112,
    longitude: 4.900384,
  });
});

test.each([
  ['interactive', { type: 'button_reply', reply: { id: 'cancel', text: 'Cancel' } }, 'cancel'],
  ['interactive', { type: 'list_reply', reply: { id: 'row-1', text: 'Cancel', description: 'x' } }, 'row-1'],
  ['button', { text: 'Cancel', payload: 'quick' }, 'quick'],
])('a tap of the type %s is a choice', (type, part, payload) => {
  expect(contentOf(type, { [type]: part })).toEqual({ kind: 'choice', text: 'Cancel', payload });
});

test('a reply from an advertisement tells what it quotes and where it comes from', () => {
  const whatsappText = {
    text: { body: 'Is it still there?' },
    context: { id: 'wamid.1', from: '31970010240126' },
    referral: { source_url: 'https://fb.me/1', headline: 'Printers', body: 'Half price', source_type: 'ad' },
  };
  expect(parseJsonBody(conversationsBody({ type: 'whatsappText', content: { whatsappText } })).events).toMatchObject([
    {
      content: { kind: 'text', text: 'Is it still there?' },
      quotes: 'wamid.1',
      referral: { url: 'https://fb.me/1', headline: 'Printers', body: 'Half price' },
    },
  ]);
});

test('an order tells the words beside it and its items', () => {
  const item = { product_retailer_id: 'toner-1', quantity: 2, item_price: '30.00', currency: 'EUR' };
  const whatsappOrder = { catalog_id: '19', text: 'By Friday?', product_items: [item] };
  expect(contentOf('whatsappOrder', { whatsappOrder })).toEqual({
    kind: 'order',
    text: 'By Friday?',
    items: [{ product: 'toner-1', quantity: '2', price: '30.00', currency: 'EUR' }],
  });
});

test.each([
  ['whatsappOrder', { kind: 'unsupported', description: 'whatsappOrder' }],
  ['reaction', { kind: 'unsupported', description: 'reaction', aboutAnother: true }],
  ['something new!', { kind: 'unsupported', description: 'unknown' }],
  ['image', { kind: 'unsupported', description: 'image' }],
])('the type %s, unknown or of another shape, is a row that says so', (type, content) => {
  expect(contentOf(type, { [type]: 17 })).toEqual(content);
});
