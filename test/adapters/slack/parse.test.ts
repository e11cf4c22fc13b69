import { describe, expect, test } from 'vitest';
import { formMetadata, readCommand, readForm, readPress } from '../../../adapters/slack/parse.js';

/** What Slack says of a workspace, in a payload of an interaction and in a command. */
interface Told {
  readonly team: { readonly id: string; readonly enterprise_id?: string } | null;
  readonly enterprise: { readonly id: string } | null;
  /** Of the person. */
  readonly home?: string;
}

const USER = 'U0AMINA';

function pressBy({ team, enterprise, home }: Told) {
  return readPress({
    trigger_id: '1.2.3',
    team,
    enterprise,
    user: { id: USER, username: 'amina', ...(home === undefined ? {} : { team_id: home }) },
    channel: { id: 'C0CHANNEL' },
    container: { is_ephemeral: true },
    actions: [{ type: 'button', value: 'x' }],
  });
}

function formBy({ team, enterprise, home }: Told) {
  const origin = { userId: USER, channelId: null, responseUrl: null, inPlace: false, lasting: false };
  return readForm({
    team,
    enterprise,
    user: { id: USER, name: 'amina', ...(home === undefined ? {} : { team_id: home }) },
    view: { id: 'V1', private_metadata: formMetadata('x', origin), state: { values: {} } },
  });
}

function commandBy(teamId: string, enterpriseId: string | undefined) {
  return readCommand({
    text: 'sign',
    trigger_id: '1.2.3',
    team_id: teamId,
    ...(enterpriseId === undefined ? {} : { enterprise_id: enterpriseId }),
    user_id: USER,
    channel_id: 'C0CHANNEL',
    response_url: 'https://hooks.example.org/1',
  });
}

describe('a person', () => {
  test('is one of their workspace, whatever they do', () => {
    const told = { team: { id: 'T1' }, enterprise: null, home: 'T1' };
    const taps = [commandBy('T1', undefined), commandBy('T1', ''), pressBy(told), formBy(told)];
    for (const tap of taps) expect(tap?.person).toEqual({ channel: 'slack', tenant: 'T1', id: USER });
  });

  test('is one in all workspaces of an organisation, whichever a payload names', () => {
    const [first, second] = ['T1', 'T2'].map((id) => ({ id, enterprise_id: 'E1' }));
    const told: Told[] = [
      { team: first ?? null, enterprise: { id: 'E1' }, home: 'T1' },
      { team: first ?? null, enterprise: { id: 'E1' }, home: 'T2' },
      { team: second ?? null, enterprise: { id: 'E1' }, home: 'E1' },
      { team: second ?? null, enterprise: null, home: 'T1' },
      { team: null, enterprise: { id: 'E1' } },
    ];
    const taps = [
      commandBy('T1', 'E1'),
      commandBy('T2', 'E1'),
      ...told.flatMap((one) => [pressBy(one), formBy(one)]),
    ];
    for (const tap of taps) expect(tap?.person).toEqual({ channel: 'slack', tenant: 'E1', id: USER });
  });

  test('of another workspace is one of theirs, in a channel that both share', () => {
    const told = { team: { id: 'T1' }, enterprise: null, home: 'T9' };
    for (const tap of [pressBy(told), formBy(told)]) expect(tap?.person.tenant).toBe('T9');
  });

  test('of whom it is not told where they belong is nobody', () => {
    const told = { team: null, enterprise: null };
    expect([pressBy(told), formBy(told)]).toEqual([null, null]);
  });
});
