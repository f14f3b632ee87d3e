/**
 * The start. Turns on Node's compile cache before anything is compiled, then hands over to main.ts. This one file is
 * plain JavaScript: the types of the first file are taken off before a cache can be on, and the machinery for that costs
 * 16 MB and a tenth of the start.
 *
 * `npm start` also has Node collect (see tidy.ts). More room for new objects was tried: memory that is touched for the first time costs a
 * start more than looking through it again, and the slowest suggestions were no faster for it.
 */
import module from 'node:module';
import { join } from 'node:path';

// A folder that cannot be written costs a slower start, no more: Node says so in its result and does not throw.
module.enableCompileCache(join(import.meta.dirname, '..', '.cache', 'compiled'));

await import('./main.ts');
