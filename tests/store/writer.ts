/**
 * A process of its own that saves to the log of a server, message after message, and says on standard output what has
 * been acknowledged: `node writer.ts <database> <guild> <first message> <count>`.
 */
import { createStore } from '../../src/store/index.ts';

const [url = '', guildId = '', first = '0', count = '0'] = process.argv.slice(2);
const store = createStore({ url });
await store.countFactchecks(guildId);
process.stdout.write('open\n');
for (let index = Number(first); index < Number(first) + Number(count); index += 1) {
	const { id, isNew } = await store.saveFactcheck({
		claims: [],
		guildId,
		message: { id: `message-${index}`, url: `https://discord.com/channels/1/2/${index}` },
		savedBy: `process-${process.pid}`,
		text: `text ${index}`.padEnd(2000, '.'),
	});
	process.stdout.write(`${isNew ? 'new' : 'known'} ${index} ${id}\n`);
}
await store.close();
