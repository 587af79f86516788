import { NOW } from '../webhookRequest';
import { birdGateway } from './birdPlatformCase';

const requestFor = (providerId: string) => birdGateway().media?.toRequest({ kind: 'image', providerId }, NOW);

test('a file is fetched at its address, with the key', () => {
  const url = 'https://eu1.platform.bird.com/v1/whatsapp/media/wmd_1';
  expect(requestFor(url)).toEqual({
    method: 'GET',
    url,
    headers: { authorization: 'Bearer bk_eu1_0123456789abcdef' },
  });
});

test.each([
  '',
  'http://eu1.platform.bird.com/v1/whatsapp/media/wmd_1',
  'https://platform.bird.com.evil.example/x',
  'https://eu1.platform.bird.com.evil.example/x',
  'https://evil.example/https://eu1.platform.bird.com/x',
  'https://user@evil.example#.platform.bird.com/',
  'https://eu1.platform.bird.com@evil.example/',
  'https://eu1.platform.bird.com/v1/whatsapp/messages',
  'https://eu1.platform.bird.com/v1/whatsapp/media/wmd_1/../../messages',
  'https://eu1.platform.bird.com/v1/whatsapp/media/wmd_1?x=/y',
])('nothing is asked of %s: the key goes to files on hosts of Bird alone', (address) => {
  expect(requestFor(address)).toBeUndefined();
});
