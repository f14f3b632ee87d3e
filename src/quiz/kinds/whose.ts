/** According to whom? Who gives this number, who holds this position. */
import { nameOf } from '../../cards/names.ts';
import type { Account, Topic } from '../../dataset/schema.ts';
import { accountsOf } from '../../dataset/walk.ts';
import { shuffle } from '../dice.ts';
import type { Knowledge } from '../knowledge.ts';
import { type Plan, plan } from '../plan.ts';
import { accountMark, toldOf } from '../question.ts';
import { voiceId } from '../voices.ts';
import { alsoSays, claimsOf, isDenied } from './claims.ts';
import { offerVoice } from './voice.ts';

export function whosePlans(entry: Topic, knowledge: Knowledge): Plan[] {
	if (entry.kind !== 'figures' && entry.kind !== 'question') return [];
	const claims = claimsOf(entry);
	const seen = new Set<string>();
	return claims.flatMap((own) => {
		// One question a voice and claim, whatever the number of its accounts.
		const mark = accountMark(own.account);
		const once = `${voiceId(own.account)} ${own.position ?? JSON.stringify(own.value)}`;
		if (seen.has(once) || seen.has(mark) || (entry.kind === 'question' && entry.positions.length < 2)) return [];
		seen.add(once).add(mark);
		const others = [
			...new Map(
				claims
					.filter((claim) => isDenied(entry, claim, own) && !alsoSays(entry, claim.account, own) && !namesOther(claim.account, own.account))
					// Somebody who speaks in two sources is one choice.
					.map((claim) => [claim.account.by ?? voiceId(claim.account), claim]),
			).values(),
		];
		if (others.length === 0) return [];
		return [
			plan(entry, 'whose', [mark], 0.7, ({ dice, speaker }) => {
				const labels = new Map(entry.kind === 'question' ? entry.positions.map(({ id, label }) => [id, nameOf(label, speaker)]) : []);
				return {
					cited: [{ at: own.account.at, source: own.account.source }],
					prompt: speaker.say(entry.kind === 'figures' ? 'quiz.ask.whose.figure' : 'quiz.ask.whose.position'),
					quote: own.text(speaker),
					right: offerVoice(own.account, knowledge, speaker),
					told: [own, ...others].map((claim) => toldOf(claim.account, claim.position && labels.get(claim.position))),
					wrong: shuffle(others, dice).map(({ account }) => offerVoice(account, knowledge, speaker)),
					wrongMin: 1,
				};
			}),
		];
		/** One who speaks through the other's source, or is spoken of in the other's words. */
		function namesOther(a: Account, b: Account): boolean {
			return accountsOf(entry as Topic).some(
				({ account }) => account.by !== undefined && account.by === b.by && account.source === a.source,
			);
		}
	});
}
