import { spanOf } from '../edtf.ts';
import type { Rule } from './rule.ts';

/** No reading of the two dates puts the second on or after the first. */
const isSurelyBefore = (second: string, first: string): boolean => spanOf(second)![1] < spanOf(first)![0];

/** Things happen in an order: birth, office, death; signature, force, end. Only what no reading of the dates allows is a fault. */
export const chronology: Rule = {
	description: 'People are born before they hold office and die after it; treaties are signed before they are in force and end last.',
	name: 'chronology',
	check(view, report) {
		for (const entry of view.scope) {
			const inOrder = (
				first: readonly [string, string | undefined],
				second: readonly [string, string | undefined],
				keys: readonly PropertyKey[],
			) => {
				const [early, from] = first;
				const [late, to] = second;
				if (from === undefined || to === undefined || !isSurelyBefore(to, from)) return;
				report({
					expected: `${late} not before ${early} (${from})`,
					found: `${late} ${to}`,
					in: entry,
					keys,
					remedy: 'Check both dates against their source; one of the two is mistyped.',
				});
			};
			if (entry.kind === 'person') {
				const born = ['born', entry.born?.date] as const;
				const died = ['died', entry.died?.date] as const;
				inOrder(born, died, ['died', 'date']);
				for (const [index, { when }] of entry.roles.entries()) {
					inOrder(born, ['role', when], ['roles', index, 'when']);
					inOrder(['role', when], died, ['roles', index, 'when']);
				}
			}
			if (entry.kind === 'treaty') {
				const signed = ['signed', entry.signed.date] as const;
				inOrder(signed, ['inForce', entry.inForce?.date], ['inForce', 'date']);
				inOrder(signed, ['ended', entry.ended?.date], ['ended', 'date']);
				inOrder(['inForce', entry.inForce?.date], ['ended', entry.ended?.date], ['ended', 'date']);
			}
		}
	},
};
