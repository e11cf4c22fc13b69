import { REPORT_DIMENSIONS } from './breakdown.js';
import { movedInAll } from './chart-data.js';
import { coveredSignatures, type Report } from './report.js';
import { MIN_SHOWN, suppressSmallCounts } from './small-counts.js';

/** A report for programs: the same numbers as in the text and the picture, with the same suppression. */
export function reportJson(report: Report) {
  const { period, at, since, figures, total, chart } = report;
  const told = coveredSignatures(report);
  return {
    period,
    asOf: at.toISOString(),
    since: since?.toISOString() ?? null,
    total,
    goal: chart.goal,
    ...(since === null
      ? {
          status: {
            counted: figures.standing.status.counted ?? 0,
            'set-aside': figures.standing.status['set-aside'] ?? 0,
          },
        }
      : { movements: movedInAll(figures.flows) }),
    /** Null if there are too few signatures to break down. */
    breakdown:
      (told.all[''] ?? 0) < MIN_SHOWN
        ? null
        : Object.fromEntries(
            REPORT_DIMENSIONS.map((dimension) => {
              const { cells, suppressed } = suppressSmallCounts(told[dimension]);
              const values = Object.fromEntries(cells.map(({ value, count }) => [value, count]));
              return [dimension, { cells: values, others: suppressed }];
            }),
          ),
    grain: chart.grain,
    chart: chart.bars.map(({ since: begin, byChannel, rest, left, total: end }) => ({
      since: begin.toISOString(),
      channels: byChannel,
      others: rest,
      // Null if suppression hides the count.
      withdrawn: left,
      total: end,
    })),
  };
}
