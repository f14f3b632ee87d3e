/** The start of the thread that draws: like the start of the program, it turns on the cache of compiled code first. */
import module from 'node:module';
import { join } from 'node:path';

module.enableCompileCache(join(import.meta.dirname, '..', '..', '..', '.cache', 'compiled'));

await import('./thread.ts');
