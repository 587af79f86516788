import { orderOf } from '../../src/providers/whatsAppOrder';
import { MESSAGE } from '../../src/storage/messageSchemas';
import { anInbound } from '../support/builders';
import { parseJsonBody as parseVonage, whatsAppFromAna } from './vonage/vonageCase';

test.each([
  [
    'as WhatsApp words it',
    { text: 'Hi', product_items: [{ product_retailer_id: 'p1', quantity: 2, item_price: 7.99, currency: 'USD' }] },
  ],
  [
    'as Vonage and MessageBird word it',
    {
      text: 'Hi',
      product_items: [{ product_retailer_id: 'p1', quantity: '2', item_price: '7.99', currency: 'USD' }],
    },
  ],
  [
    'as Infobip words it',
    { text: 'Hi', productItems: [{ productRetailerId: 'p1', quantity: 2, itemPrice: 7.99, currency: 'USD' }] },
  ],
])('an order %s has its words and its items', (_, order) => {
  expect(orderOf(order)).toEqual({
    kind: 'order',
    text: 'Hi',
    items: [{ product: 'p1', quantity: '2', price: '7.99', currency: 'USD' }],
  });
});

test('an odd item costs only itself, an odd figure only itself', () => {
  const product_items = [
    'odd',
    { quantity: 1 },
    { product_retailer_id: 'p1', quantity: {}, item_price: 'x'.repeat(99) },
  ];
  expect(orderOf({ text: '  ', product_items })).toEqual({ kind: 'order', items: [{ product: 'p1' }] });
});

test.each([[17], [undefined], [{}], [{ text: '', product_items: [] }], [{ product_items: ['odd'] }]])(
  'what tells neither words nor items is no order: %j',
  (raw) => {
    expect(orderOf(raw)).toBeUndefined();
  },
);

test('an order in a webhook is a message that can be kept; one that says nothing stays a row', () => {
  const order = { product_items: [{ product_retailer_id: 'p1', quantity: '3', item_price: '9.99', currency: 'USD' }] };
  const [event] = parseVonage({ ...whatsAppFromAna, message_type: 'order', order }).events;
  const content = event?.kind === 'message' ? event.content : undefined;
  expect(content).toMatchObject({ kind: 'order', items: [{ product: 'p1' }] });
  expect(MESSAGE.schema.parse(anInbound({ ...(content && { content }) })).content).toEqual(content);
  expect(parseVonage({ ...whatsAppFromAna, message_type: 'order', order: {} }).events).toMatchObject([
    { content: { kind: 'unsupported', description: 'order' } },
  ]);
});
