import { readOptions } from '../../../sandbox/server/start/options';
import { textWith } from '../../support/matchers';

test('without options the sandbox listens on port 4400 and keeps its world in .sandbox', () => {
  expect(readOptions([])).toEqual({ port: 4400, empty: false, fresh: false, data: '.sandbox', seed: 1 });
});

test('options are read with a space and with an equals sign', () => {
  expect(readOptions(['--port', '5000', '--empty', '--fresh', '--data=/tmp/w=1', '--seed=7'])).toEqual({
    port: 5000,
    empty: true,
    fresh: true,
    data: '/tmp/w=1',
    seed: 7,
  });
});

test.each([
  [['--prot', '1'], 'There is no option --prot'],
  [['4400'], 'There is no option 4400'],
  [['--port'], '--port needs a value'],
  [['--data', '--fresh'], '--data needs a value'],
  [['--port', 'abc'], '--port is a whole number up to 65535, not abc'],
  [['--port', '70000'], '--port is a whole number up to 65535, not 70000'],
  [['--seed', '-1'], '--seed is a whole number'],
])('%j is refused with what is wrong', (args, sentence) => {
  expect(readOptions(args)).toEqual({ error: textWith(sentence) });
});
