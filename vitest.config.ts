import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		hookTimeout: 30_000,
		include: ['tests/**/*.test.ts'],
		maxWorkers: 2,
		// The report is for .ci/run, which counts from it.
		outputFile: process.env.VARIORUM_TEST_REPORT,
		pool: 'forks',
		reporters: process.env.VARIORUM_TEST_REPORT ? ['default', 'json'] : ['default'],
		testTimeout: 30_000,
	},
});
