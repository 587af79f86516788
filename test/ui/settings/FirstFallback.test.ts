import type { SettingsView } from '../../../src/contract/views';
import { ok } from '../support/screen';
import { aConnection, openSettings, raven, settingsWith } from '../support/settings';

describe('X16 the first number of a project', () => {
  const plain = { id: '12', name: 'SMS' };
  const asking = { id: '13', name: 'Incident', asksFor: ['Impact', 'Urgency'] };
  const view = (...requestTypes: SettingsView['requestTypes']) =>
    settingsWith({ connections: [aConnection({ provider: raven.id })], requestTypes });
  const adds = async (shown: SettingsView) => {
    const screen = await openSettings(shown, { addNumber: () => ok({ number: 'n1' }) });
    await screen.press('Add a business number');
    await screen.type('Loft door', 'door-9');
    await screen.choose('Request type for SMS', 'Incident');
    return screen;
  };
  const wished = (fallbackRequestTypeId: string): unknown => [expect.objectContaining({ fallbackRequestTypeId })];

  test('asks for the fall-back request type, and proposes the first that takes every message', async () => {
    const screen = await adds(view(asking, plain));
    expect(screen.field('Fall-back request type').props.value).toMatchObject({ label: 'SMS' });
    expect(screen.text).not.toContain('need what a message cannot fill');
    await screen.press('Add number');
    expect(screen.inputs('addNumber')).toEqual(wished('12'));
  });

  test('warns of one that needs what no message fills, by the names of the fields', async () => {
    const screen = await adds(view(asking, plain));
    await screen.choose('Fall-back request type', 'Incident');
    expect(screen.text).toContain('Requests of the type Incident need what a message cannot fill: Impact, Urgency.');
    await screen.press('Add number');
    expect(screen.inputs('addNumber')).toEqual(wished('13'));
  });

  test('is not added without one, where none can be proposed', async () => {
    const screen = await adds(view(asking));
    await screen.press('Add number');
    expect(screen.inputs('addNumber')).toEqual([]);
    expect(screen.field('Fall-back request type').props.isInvalid).toBe(true);
    await screen.choose('Fall-back request type', 'Incident');
    await screen.press('Add number');
    expect(screen.inputs('addNumber')).toEqual(wished('13'));
  });
});
