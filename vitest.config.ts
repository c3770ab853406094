import { defineConfig } from 'vitest/config';

// What asks much of the machine, since it tries every order, measures full tables, watches how time grows or plays a whole day: a
// third of all the time for a fortieth of the tests. `npm run test:thorough`; `.ci/run` says when.
const THOROUGH = 'test/**/*.thorough.test.ts';

export default defineConfig(({ mode }) => ({
  test: {
    ...(mode === 'thorough' ? { include: [THOROUGH] } : { include: ['test/**/*.test.ts'], exclude: [THOROUGH] }),
    globalSetup: ['test/support/global_setup.ts'],
    setupFiles: ['test/support/setup_file.ts'],
    // a test that hangs is noticed as well after three minutes; one on a busy machine is not called broken
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // what is waited for comes when the machine has time; what never comes is told by the test's own limit
    expect: { poll: { timeout: 60_000 } },
    pool: 'forks',
    // the first for the reason in scripts/run.mjs; and most of what a test makes is garbage when the next begins
    execArgv: ['--no-regexp-tier-up', '--max-semi-space-size=32'],
    // one more than there are cores, since some of a test is waiting. Each worker loads and warms all modules for itself: on two
    // cores five took 107 to 110 s of CPU and 56 to 58 s for what three did in 83 to 85 s and 44 to 45 s
    maxWorkers: 3,
    // files share the modules they import; each has its own database
    isolate: false,
    // what a module is translated to is kept between runs, below node_modules
    experimental: { fsModuleCache: true },
  },
}));
