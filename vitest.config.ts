import { defineConfig } from 'vitest/config';

/** What `npm run test:quick` runs at every save: no database, no process, no browser. */
const QUICK = [
  'test/{arguments,config,log,walls}.test.ts',
  'test/bench/*.test.ts',
  'test/channel/links.test.ts',
  'test/channel/{kit,several}/*.test.ts',
  'test/{conversation,petition}/**/*.test.ts',
  'test/adapters/*/{card-limits,card-schedule,check,commands,home-several,manifest,markdown,pace,parse,presence,readme,render,settings,snowflake,split}.test.ts',
  'test/cli/backup-file.test.ts',
  'test/fakes/**/*.test.ts',
  'test/http/{badge,embed,head,health,list-page,metrics,oembed,page,requests,screen,total}.test.ts',
  'test/pictures/*.test.ts',
  'test/log-of-totals/{merkle,signed-note,small-days,verify}.test.ts',
  'test/signatures/{conversation-cipher,keys,pseudonym,public-total,receipt,record,sealing,source-codes}.test.ts',
  'test/signatures/export/{folder,identities,omissions,review}.test.ts',
  'test/staff/{attack,chart-layout,pace,small-counts,unusual}.test.ts',
  'test/storage/{gather,server-address,storable}.test.ts',
];

/** What both projects share. The number of workers stands outside: a project's own would override `--maxWorkers`. */
const SHARED = {
  // A worker runs many files and loads the modules once, which saves a fifth of the processor's time. So a test puts
  // back what it changes in the process: the environment, spies, timers.
  isolate: false,
  // WebAssembly of the embedded database is compiled once and quickly, not optimised: that takes a quarter less time.
  // With more room for new objects, they are collected less often: 460 s of the processor's time where it was 520.
  execArgv: ['--liftoff-only', '--max-semi-space-size=64', '--min-semi-space-size=64'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // How long `expect.poll` waits for a fact: a busy machine takes its time.
  expect: { poll: { timeout: 30_000 } },
};

export default defineConfig({
  test: {
    // Prints what failed, and a summary.
    reporters: ['minimal'],
    // Tests also wait, so two cores carry four workers.
    maxWorkers: 4,
    projects: [
      { test: { ...SHARED, name: 'quick', include: QUICK } },
      {
        test: {
          ...SHARED,
          name: 'whole',
          include: ['test/**/*.test.ts'],
          // The reference bots of the benchmark bring their own.
          exclude: [...QUICK, '**/node_modules/**'],
          globalSetup: 'test/support/global-setup.ts',
          setupFiles: 'test/support/setup.ts',
        },
      },
    ],
  },
});
