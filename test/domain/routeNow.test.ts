import type { ContactAddress } from '../../src/domain/contact';
import type { PhoneNumber } from '../../src/domain/ids';
import { hasLeft, routeNow } from '../../src/domain/routeNow';
import { aContact, ANAS_PHONE, NUMBER } from '../support/builders';

const NEW_PHONE: ContactAddress = { kind: 'phone', phone: '+385991111111' as PhoneNumber };
const USER: ContactAddress = { kind: 'whatsapp-user', userId: 'HR.1' };
const ROUTE = { channel: 'whatsapp', number: NUMBER, address: ANAS_PHONE } as const;

test.each([
  ['an address that is the customer’s', [ANAS_PHONE, USER], false],
  ['an address that is the customer’s no more', [USER], true],
  ['any address of a customer nobody has told one of', [], false],
])('%s: left is %s', (_title, addresses, left) => {
  expect(hasLeft(aContact({ addresses }), ANAS_PHONE)).toBe(left);
});

test.each([
  ['to the new phone rather than to the user id', [NEW_PHONE, USER], NEW_PHONE],
  ['to the user id where no phone is known', [USER], USER],
  ['where it went, while the phone is the customer’s', [ANAS_PHONE, NEW_PHONE], ANAS_PHONE],
])('the way goes %s', (_title, addresses, address) => {
  expect(routeNow(aContact({ addresses }), ROUTE)).toEqual({ ...ROUTE, address });
});
