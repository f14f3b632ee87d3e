import { expect, it } from 'vitest';
import { amountsIn } from '../../src/factcheck/amounts.ts';

it.each([
	['more than 15 guards', 'atLeast'],
	['no more than 15 guards', 'atMost'],
	['not above 15 guards', 'atMost'],
	['above 15 guards', 'atLeast'],
	['over 15 guards', 'atLeast'],
	['they handed over 15 guards', 'exact'],
	['no fewer than 15 guards', 'atLeast'],
	['15 guards at the very least', 'atLeast'],
	['15 railway guards at most', 'atMost'],
	['15 guards, at least one of them armed', 'exact'],
	['some 15 guards', 'about'],
	['более 15 человек', 'atLeast'],
	['не более 15 человек', 'atMost'],
	['не менее 15 человек', 'atLeast'],
	['15 человек как минимум', 'atLeast'],
	['15 человек максимум', 'atMost'],
	['15 guards at least one of them armed', 'exact'],
	['in nagano more than 15 guards', 'atLeast'],
	['not less than 15 guards', 'atLeast'],
	['not over 15 guards', 'atMost'],
	['в стране более 15 человек', 'atLeast'],
	['не свыше 15 человек', 'atMost'],
	['15人以上', 'atLeast'],
	['多くても15人', 'atMost'],
] as const)('%s bounds it: %s', (text, form) => {
	expect(amountsIn(text).map((amount) => [amount.form, amount.low])).toEqual([[form, 15]]);
});

it.each([
	['15 men and at least 30 women', ['exact', 'atLeast']],
	['15 убитых и как минимум 20 раненых', ['exact', 'atLeast']],
	['15 soldiers and at most 30 officers', ['exact', 'atMost']],
] as const)('%s: the bound of a number is not that of its neighbour', (text, forms) => {
	expect(amountsIn(text).map(({ form }) => form)).toEqual(forms);
});
