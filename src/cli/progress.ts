import { SingleBar } from 'cli-progress';

/** Shows how far a long piece of work is. */
export interface Progress {
  update(done: number): void;
  stop(): void;
}

/** A bar on standard error if that is a terminal and there is work to do; else nothing. */
export function showProgress(total: number): Progress {
  if (!process.stderr.isTTY || total === 0) return { update() {}, stop() {} };
  const bar = new SingleBar({
    stream: process.stderr,
    format: '{bar} {value} of {total} · about {eta_formatted} left',
  });
  // A bar turns line wrapping off and hides the cursor: where the process ends early, the terminal gets both back.
  const restore = () => bar.stop();
  process.once('exit', restore);
  bar.start(total, 0);
  return {
    update: (done) => bar.update(done),
    stop() {
      process.off('exit', restore);
      bar.stop();
    },
  };
}
