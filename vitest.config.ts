import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global_setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // more than there are cores: much of a test is waiting, for a server or for its pace
    maxWorkers: 4,
    // files share the modules they import; each has its own database
    isolate: false,
  },
});
