import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DATASET } from './playground-site.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'main.ts');

function start(environment: Record<string, string>): {
	readonly ended: Promise<number | null>;
	readonly output: { stderr: string; stdout: string };
	readonly process: ChildProcessWithoutNullStreams;
} {
	const child = spawn(process.execPath, [MAIN], {
		env: { ...process.env, DATA_DIR: DATASET, DISCORD_TOKEN: '', HOST: '127.0.0.1', LOG_LEVEL: 'silent', ...environment },
	});
	const output = { stderr: '', stdout: '' };
	child.stdout.on('data', (chunk: Buffer) => {
		output.stdout += chunk;
	});
	child.stderr.on('data', (chunk: Buffer) => {
		output.stderr += chunk;
	});
	return { ended: once(child, 'exit').then(([code]) => code as number | null), output, process: child };
}

test('without a token the program serves the page, says where, and leaves with 0 when told to', async () => {
	const started = start({ PORT: '0' });
	await expect.poll(() => started.output.stdout, { timeout: 20_000 }).toMatch(/\n$/);
	const url = /^Variorum’s playground is open at (http:\/\/127\.0\.0\.1:\d+\/)\n$/.exec(started.output.stdout)?.[1];
	const response = await fetch(url ?? '');
	expect([response.status, (await response.text()).startsWith('<!doctype html>')]).toEqual([200, true]);
	started.process.kill('SIGTERM');
	expect(await started.ended).toBe(0);
	expect(started.output.stderr).toBe('');
});

test('a port that is taken ends the program with 1 and the remedy', async () => {
	const other = createServer();
	await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
	const { port } = other.address() as AddressInfo;
	const started = start({ PORT: String(port) });
	expect(await started.ended).toBe(1);
	expect(started.output.stderr).toBe(
		`Port ${port} on 127.0.0.1 is in use by another program. Stop that program, or set PORT to another number (0 takes any free one).\n`,
	);
	other.close();
});
