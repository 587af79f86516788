import { WholeResponse } from '../../../sandbox/forge/wholeResponse';

const INIT = { status: 201, statusText: 'Created', headers: { 'content-type': 'application/json', 'x-one': '1' } };
const TEXT = '{"text":"žuto 🟡"}';
const BODIES = { 'a text': TEXT, bytes: new TextEncoder().encode(TEXT) };

describe.each(Object.entries(BODIES))('a whole response of %s', (_, whole) => {
  const both = () => [new WholeResponse(whole, INIT), new Response(whole, INIT)] as const;

  it('is a Response with the same status and headers', () => {
    const [ours, nodes] = both();
    expect(ours).toBeInstanceOf(Response);
    const shown = ({ status, statusText, ok, headers, bodyUsed }: Response) => [
      ...[status, statusText, ok, bodyUsed],
      [...headers],
    ];
    expect(shown(ours)).toEqual(shown(nodes));
  });

  it.each(['text', 'json', 'arrayBuffer'] as const)('gives the same %s as a Response does, once', async (read) => {
    const [ours, nodes] = both();
    expect(await ours[read]()).toEqual(await nodes[read]());
    expect([ours.bodyUsed, nodes.bodyUsed]).toEqual([true, true]);
    for (const response of [ours, nodes]) {
      await expect(response.text()).rejects.toMatchObject({ name: 'TypeError' });
      await expect(response.arrayBuffer()).rejects.toMatchObject({ name: 'TypeError' });
      expect(() => response.clone()).toThrow('consumed');
    }
  });

  it('gives its body as a stream, and after that nothing else', async () => {
    const [ours] = both();
    const chunks: Uint8Array[] = [];
    for await (const chunk of ours.body as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toBe(TEXT);
    expect(ours.bodyUsed).toBe(true);
    await expect(ours.text()).rejects.toMatchObject({ name: 'TypeError' });
  });

  it('is read once by itself and once by its copy', async () => {
    const [ours] = both();
    const copy = ours.clone();
    expect([await ours.text(), await copy.text(), copy.status]).toEqual([TEXT, TEXT, 201]);
  });
});

it('names a text plain text where nobody says what it is, as a Response does', () => {
  const type = (response: Response) => response.headers.get('content-type');
  expect(type(new WholeResponse('', {}))).toBe(type(new Response('', {})));
});
