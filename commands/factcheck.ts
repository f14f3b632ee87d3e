import { defineCommand } from '../src/command.ts';
import { MESSAGE_MAX_LENGTH } from '../src/message-length.ts';

/** The text comes first, and the log where there is none. With neither, a form takes a text of several lines. */
export default defineCommand({
	async answer({ log, text }, context) {
		if (text !== undefined) {
			const { factcheckAnswer } = await import('../src/cards/factcheck-answer.ts');
			return factcheckAnswer({ text }, context, log === undefined ? [] : [context.speaker.say('factcheck.log-too')]);
		}
		if (log === undefined) return (await import('../src/actions/check.ts')).pasteForm(context);
		const { logFile, logRefusal, showLog } = await import('../src/actions/check-log.ts');
		return (await logRefusal(context)) ?? (log === 'csv' ? logFile(context) : showLog(0, false, context));
	},
	description: 'command.factcheck.description',
	name: 'factcheck',
	options: {
		text: { description: 'command.factcheck.text', maxLength: MESSAGE_MAX_LENGTH, type: 'string' },
		log: {
			choices: { csv: 'command.factcheck.log-csv', show: 'command.factcheck.log-show' },
			description: 'command.factcheck.log',
			type: 'string',
		},
	},
});
