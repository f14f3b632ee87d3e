/**
 * The start. Turns on Node's compile cache before anything is compiled, then hands over to main.ts. This one file is
 * plain JavaScript: the types of the first file are taken off before a cache can be on, and the machinery for that costs
 * 16 MB and a tenth of the start.
 *
 * `npm start` also has Node collect (see tidy.ts), and keep the room for new objects at 3 × 16 MB: left alone it grows to
 * three times that within minutes of many commands, which nothing here is the faster for.
 */
import module from 'node:module';
import { join } from 'node:path';

// A folder that cannot be written costs a slower start, no more: Node says so in its result and does not throw.
module.enableCompileCache(join(import.meta.dirname, '..', '.cache', 'compiled'));

await import('./main.ts');
