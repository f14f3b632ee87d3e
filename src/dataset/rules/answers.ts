import type { Rule } from './rule.ts';

/** `answer` is how a verdict is counted: a yes-no question needs it on every position, any other has no use for it. */
export const answers: Rule = {
	description: 'Positions on a yes-no question say yes, no, partly or open; positions on other questions do not.',
	name: 'answers',
	check(view, report) {
		for (const entry of view.scope) {
			if (entry.kind !== 'question') continue;
			for (const [index, { answer, id }] of entry.positions.entries()) {
				if (entry.type === 'yes-no' && !answer) {
					report({
						expected: 'answer: yes, no, partly or open',
						found: `the position ${id} without an answer, on a yes-no question`,
						in: entry,
						keys: ['positions', index],
						remedy: 'Add “answer: yes” (or no, partly, open) under the id of the position.',
					});
				}
				if (entry.type !== 'yes-no' && answer) {
					report({
						expected: 'no answer on a question that is not yes-no',
						found: `answer: ${answer} on a ${entry.type} question`,
						in: entry,
						keys: ['positions', index, 'answer'],
						remedy: 'Remove the answer, or change the type of the question to yes-no.',
					});
				}
			}
		}
	},
};
