import { registry } from '../../src/providers/registry';

test('every provider is found by its id', () => {
  expect([...registry].map(([id, provider]) => [id, provider.id])).toEqual([
    ['meta', 'meta'],
    ['twilio', 'twilio'],
    ['bird-platform', 'bird-platform'],
  ]);
});
