import { foldName } from '../fold-name.ts';
import type { Rule } from './rule.ts';

/** Positions of one question can be told apart, and a claim belongs to one of them. */
export const positions: Rule = {
	description: 'Positions of a question differ in id, in label and in the claims by which they are recognised.',
	name: 'positions',
	check(view, report) {
		for (const entry of view.scope) {
			if (entry.kind !== 'question') continue;
			const seen = new Map<string, string>();
			for (const [index, { claims = [], id, label }] of entry.positions.entries()) {
				const once = (what: string, text: string, keys: readonly PropertyKey[], remedy: string) => {
					const other = seen.get(`${what} ${foldName(text)}`);
					seen.set(`${what} ${foldName(text)}`, id);
					if (other === undefined) return;
					report({
						expected: `a ${what} that no other position of this question has`,
						found: `“${text}”, which the position ${other} has too`,
						in: entry,
						keys: ['positions', index, ...keys],
						remedy,
					});
				};
				once('id', id, ['id'], 'Give one of the two another id, or join the two positions.');
				for (const [language, text] of Object.entries(label))
					once(`label (${language})`, text, ['label', language], 'Word the two labels so that a reader sees the difference.');
				for (const [c, claim] of claims.entries())
					once('claim', claim, ['claims', c], 'Leave the claim with the position it puts, and remove it here.');
			}
		}
	},
};
