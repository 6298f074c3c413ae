import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Compilers, browsers, servers and packed installs, on machines that do other things too.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // As long as browser tests wait for what a page shows.
    expect: { poll: { timeout: 60_000 } },
    globalSetup: 'packages/deskwright/src/sql/postgres/global-setup.fixture.ts',
    projects: [
      { extends: true, test: { name: 'library', include: ['packages/*/src/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'witnesses',
          include: ['test/**/*.test.ts', 'examples/*/*.test.ts'],
        },
      },
    ],
  },
})
