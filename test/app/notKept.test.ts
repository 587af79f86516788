import { notKept } from '../../src/app/notKept';
import { messageKey } from '../../src/domain/ids';
import { aThreadWith, FIRST } from '../support/builders';
import { aCustomerMessage, aStaffMessage } from '../support/eventBuilders';

const thread = aThreadWith();
const head = { ...thread.head, marks: [{ origin: 'seen', message: messageKey(FIRST, 1) }] };

test('a repeat that the head’s marks alone know is kept', () => {
  const events = [aCustomerMessage({ origin: 'seen' }), aStaffMessage({ origin: 'seen' })];
  expect(notKept({ ...thread, head }, events)).toEqual([]);
});

test('what neither the records nor the marks know is not kept', () => {
  const events = [aCustomerMessage({ origin: 'new' }), aStaffMessage({ origin: 'new' })];
  expect(notKept({ ...thread, head }, events)).toEqual([
    'customer-message without a conversation',
    'staff-message without a conversation',
  ]);
});
