import { registry } from '../../src/providers/registry';

test('every provider is found by its id', () => {
  const found = [...registry].map(([id, provider]) => [id, provider.id]);
  expect(found).toEqual(
    ['meta', 'infobip', 'twilio', 'messagebird', 'vonage', 'bird', 'bird-platform'].map((id) => [id, id]),
  );
});
