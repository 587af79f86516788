import { ana, metaBody, metaGateway, signedByMeta } from './metaCase';

const parse = (value: object) => metaGateway().parse(signedByMeta(metaBody(value, 'smb_message_echoes')));
const echo = {
  from: '4930901820',
  to: '385991903327',
  to_user_id: 'HR.123456789012345678',
  id: 'wamid.echo',
  timestamp: '1795165200',
  type: 'text',
  text: { body: 'I am at your door' },
};

test('a message of the WhatsApp Business app is one of staff, to the customer', () => {
  expect(parse({ message_echoes: [echo] })).toEqual({
    events: [
      {
        kind: 'echo',
        receiver: '200000000000001',
        channel: 'whatsapp',
        providerId: 'wamid.echo',
        to: [
          { kind: 'phone', phone: ana },
          { kind: 'whatsapp-user', userId: 'HR.123456789012345678' },
        ],
        content: { kind: 'text', text: 'I am at your door' },
        at: 1_795_165_200_000,
      },
    ],
    ignored: [],
  });
});

test('one without a customer, to a group or of another shape is left out with its reason', () => {
  const { to: _, to_user_id: __, ...nobody } = echo;
  expect(parse({ message_echoes: [nobody, { ...echo, group_id: 'g' }, 7] })).toEqual({
    events: [],
    ignored: ['echo without a contact', 'group message', 'unreadable echo'],
  });
});
