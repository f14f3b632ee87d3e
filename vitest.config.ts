import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		// A busy machine is slow, not wrong.
		expect: { poll: { timeout: 20_000 } },
		// Costs nothing until a test asks for PostgreSQL.
		globalSetup: ['tests/store/postgres-service.ts'],
		hookTimeout: 120_000,
		include: ['tests/**/*.test.ts'],
		maxWorkers: 2,
		// The report is for .ci/run, which counts from it.
		outputFile: process.env.VARIORUM_TEST_REPORT,
		pool: 'forks',
		reporters: process.env.VARIORUM_TEST_REPORT ? ['default', 'json'] : ['default'],
		testTimeout: 60_000,
	},
});
