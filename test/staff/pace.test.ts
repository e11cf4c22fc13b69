import { describe, expect, it } from 'vitest';
import { type ChannelFlow, STILL } from '../../src/signatures/figures.js';
import { againstLastWeek, bestDay, forecast, growth, SPANS, weekAgainstWeek } from '../../src/staff/pace.js';
import { staffVoice } from '../../src/staff/voice.js';
import { sample } from '../transcripts/sample.js';

const petition = await sample();
const voice = staffVoice(petition);
const at = new Date('2026-03-12T14:30:00Z');

const flow = (since: string, signed: number, left = 0): ChannelFlow => ({
  since: new Date(since),
  channel: 'telegram',
  moved: { ...STILL, signed, left },
});
const withFlows = (...flows: readonly ChannelFlow[]) => ({
  standing: { all: {}, channel: {}, locale: {}, source: {}, age: {}, status: {} },
  signed: { all: {}, channel: {}, locale: {}, source: {}, age: {} },
  flows,
  earlier: [],
});

describe('the same weekday last week', () => {
  it('is compared up to this time of the day, with the running hour in part', () => {
    const figures = withFlows(
      flow('2026-03-05T09:00:00Z', 30),
      flow('2026-03-05T14:00:00Z', 20),
      flow('2026-03-05T20:00:00Z', 500),
      flow('2026-03-12T08:00:00Z', 48),
    );
    expect(againstLastWeek(voice, figures, at)).toEqual([
      'Compared with the same weekday last week at this time: +8 (+20%) (about 40 then).',
    ]);
  });

  it('gets no share where so few had signed that it would mean nothing', () => {
    const figures = withFlows(flow('2026-03-05T09:00:00Z', 4), flow('2026-03-12T08:00:00Z', 1));
    expect(againstLastWeek(voice, figures, at).join()).toContain('at this time: −3 (about 4 then)');
  });

  it('is left out if nobody signed on it', () => {
    expect(againstLastWeek(voice, withFlows(flow('2026-03-12T08:00:00Z', 48)), at)).toEqual([]);
  });
});

describe('the last seven days', () => {
  it('are compared with the seven before', () => {
    const figures = withFlows(
      flow('2026-02-27T10:00:00Z', 50),
      flow('2026-03-05T14:00:00Z', 50),
      flow('2026-03-05T15:00:00Z', 60),
      flow('2026-03-12T14:00:00Z', 15),
    );
    expect(weekAgainstWeek(voice, figures, at)).toBe(
      'Signed in the last 7 days: 75. Compared with the 7 days before: −25 (−25%).',
    );
  });

  it('have a best day, the later of two equal ones', () => {
    const figures = withFlows(
      flow('2026-03-05T10:00:00Z', 900),
      flow('2026-03-07T10:00:00Z', 20),
      flow('2026-03-07T22:00:00Z', 20),
      flow('2026-03-10T10:00:00Z', 40),
    );
    expect(bestDay(voice, figures, at)).toEqual(['Best day: 10 March 2026 (40).']);
    expect(bestDay(voice, withFlows(), at)).toEqual([]);
  });

  it('give a forecast of the next goal at their pace', () => {
    const figures = withFlows(flow('2026-03-06T10:00:00Z', 30, 2));
    const grown = growth(figures, at, SPANS.week);
    expect(grown).toBe(28);
    const said = forecast(voice, petition.settings, { total: 128, grown, span: SPANS.week, at });
    // 72 are missing, at 4 a day.
    expect(said).toBe(
      'The next goal is 200: 72 to go. At the pace of the last 7 days, it will be reached around 30 March 2026.',
    );
    const soon = forecast(voice, petition.settings, { total: 196, grown, span: SPANS.week, at });
    expect(soon).toContain('At the pace of the last 7 days, it will be reached in about 24 h.');
    const few = forecast(voice, petition.settings, { total: 128, grown: 9, span: SPANS.week, at });
    expect(few).toContain('Too few signatures in the last 7 days to say');
  });
});
