import { metaNumber, twilioSms } from '../support/world';
import { ANA, sandboxWorld } from '../support/worldSteps';

/** More than a record of the app's storage can hold. */
const LETTER = `The printer is on fire. ${'It burns. '.repeat(26_000)}`;

test.each([
  ['whatsapp', metaNumber()],
  ['sms', twilioSms()],
] as const)(
  'a truly signed message by %s that is too long to be kept opens a request with its beginning',
  async (channel, number) => {
    const { phone, agent, description, requests, world } = await sandboxWorld({ numbers: [number] });

    await phone(ANA).sends({ channel, text: LETTER, name: 'Ana '.repeat(80_000) });

    expect(world.carriers.get(number.provider)?.webhook().lastStatus).toBe(200);
    expect(requests()).toEqual(['SUP-1']);
    expect(await description('SUP-1')).toContain('The printer is on fire. It burns.');
    const [row] = (await agent('Ben').opensTab('SUP-1')).messages;
    expect(row).toMatchObject({ fullLength: LETTER.length });
    expect(row?.body.text).toHaveLength(30_000);
  },
);
