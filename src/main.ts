/** The start. Nothing is imported before the compile cache is on, so that everything after comes from it. */
import module from 'node:module';
import { join } from 'node:path';

// A folder that cannot be written costs a slower start, no more: Node says so in its result and does not throw.
module.enableCompileCache(join(import.meta.dirname, '..', '.cache', 'compiled'));

const { run } = await import('./run.ts');
await run();
