/** What can be typed, with an example of each. Commands are those that are registered. */
import type { Context, MessageJson } from '../answer.ts';
import { shownName } from '../command.ts';
import type { MessageKey } from '../messages/index.ts';

export function helpCard({ commands, speaker }: Context): MessageJson {
	const lines = commands.map(({ description, name }) => {
		const key = `example.${name}`;
		const said = { description: speaker.say(description), name: shownName(name, speaker) };
		return speaker.has(key)
			? speaker.say('help.line-example', { ...said, example: speaker.say(key as MessageKey) })
			: speaker.say('help.line', said);
	});
	return {
		embeds: [
			{
				description: [speaker.say('help.lead'), lines.join('\n'), speaker.say('help.tail')].join('\n\n'),
				title: speaker.say('help.title'),
			},
		],
	};
}
