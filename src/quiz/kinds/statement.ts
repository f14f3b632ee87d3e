/** True or false, according to a named source: a claim of its own, or one that it denies. */
import { nameOf } from '../../cards/names.ts';
import { voiceOf } from '../../cards/voices.ts';
import type { Topic } from '../../dataset/schema.ts';
import { pick } from '../dice.ts';
import type { Knowledge } from '../knowledge.ts';
import { type Plan, plan } from '../plan.ts';
import { accountMark, type Choice, toldOf } from '../question.ts';
import { claimsOf, isDenied } from './claims.ts';

export function statementPlans(entry: Topic, knowledge: Knowledge): Plan[] {
	if (entry.kind !== 'figures' && entry.kind !== 'question') return [];
	const claims = claimsOf(entry);
	const seen = new Set<string>();
	return claims.flatMap((own) => {
		const mark = accountMark(own.account);
		if (seen.has(mark)) return [];
		seen.add(mark);
		const denied = claims.filter((claim) => isDenied(entry, own, claim));
		// A statement that could only ever be true would give itself away.
		if (denied.length === 0) return [];
		return [
			plan(entry, 'statement', [mark], 0.4, ({ dice, speaker }) => {
				const truth = dice() < 0.5;
				const shown = truth ? own : pick(denied, dice)!;
				const choice = (value: boolean): Choice => ({
					id: String(value),
					means: { truth: value },
					text: speaker.say(value ? 'quiz.true' : 'quiz.false'),
				});
				const { account } = own;
				const under = (position: string | undefined) => {
					const held = entry.kind === 'question' ? entry.positions.find(({ id }) => id === position) : undefined;
					return held && nameOf(held.label, speaker);
				};
				return {
					according: { at: account.at, ...(account.by ? { by: account.by } : {}), source: account.source },
					cited: [{ at: account.at, source: account.source }],
					fixed: [choice(true), choice(false)],
					key: String(truth),
					prompt: speaker.say('quiz.ask.statement', { voice: voiceOf(account, knowledge.dataset, speaker).name }),
					quote: shown.text(speaker),
					told: [
						toldOf(account, under(own.position)),
						...(truth ? denied.slice(0, 2) : [shown]).map((claim) => toldOf(claim.account, under(claim.position))),
					],
				};
			}),
		];
	});
}
