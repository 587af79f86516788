import { registry } from '../../src/providers/registry';

test('every provider is found by its id', () => {
  const found = [...registry].map(([id, provider]) => [id, provider.id]);
  expect(found).toEqual([...registry.keys()].map((id) => [id, id]));
  expect(found.length).toBeGreaterThan(6);
});
