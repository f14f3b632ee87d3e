/**
 * The start. Turns on Node's compile cache before anything is compiled, then hands over to main.ts. This one file is
 * plain JavaScript: the types of the first file are taken off before a cache can be on, and the machinery for that costs
 * 16 MB and a tenth of the start.
 *
 * `npm start` runs Node in the place of the shell (`exec`; exec.cmd says the same to Windows): npm passes on to its shell alone that it is to
 * stop, and a shell that ends of it leaves the program running with nobody to stop it.
 *
 * `npm start` also has Node collect (see tidy.ts). More room for new objects was tried: memory that is touched for the first time costs a
 * start more than looking through it again, and the slowest suggestions were no faster for it.
 */
import module from 'node:module';
import { join } from 'node:path';

// Nothing is open yet that would have to be closed; main.ts puts its own way of leaving in the place of this one.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));

// A folder that cannot be written costs a slower start, no more: Node says so in its result and does not throw.
module.enableCompileCache(join(import.meta.dirname, '..', '.cache', 'compiled'));

await import('./main.ts');
