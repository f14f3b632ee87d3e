/** Which article of a treaty says something, and what an article says; always by the text that the entry cites. */
import { articleTitle } from '../../cards/article.ts';
import { nameOf } from '../../cards/names.ts';
import type { Topic, TreatyEntry } from '../../dataset/schema.ts';
import type { Speaker } from '../../messages/index.ts';
import { fold } from '../../search/fold.ts';
import { shuffle } from '../dice.ts';
import type { Knowledge } from '../knowledge.ts';
import { type Offered, type Plan, plan } from '../plan.ts';
import { markOf, type Told } from '../question.ts';
import { contentWords } from '../voices.ts';

type Article = NonNullable<TreatyEntry['articles']>[number];

/** Articles that share more of their words than this may be said to say the same. */
const ALIKE = 0.5;

function isAlike(a: Article, b: Article): boolean {
	const [one, other] = [contentWords(a.says), contentWords(b.says)];
	const shared = [...one].filter((word) => other.has(word)).length;
	return shared >= ALIKE * Math.min(one.size, other.size);
}

/** “Point 2” and “Points 2(b)–(c)”, “III” and “Additional article to III”: one may hold the other. */
function isApart(a: Article, b: Article): boolean {
	const marks = ({ article }: Article): readonly string[] => article.match(/\d+|\b[IVXLC]+\b/gu) ?? [];
	const others = marks(b);
	return fold(a.article) !== fold(b.article) && !marks(a).some((mark) => others.includes(mark));
}

/** A number alone, to be read as an article: “IX”, “2(c)”. */
/** Points and articles have numbers; “Declaration” or “On China” says what it is about. */
const isNumbered = ({ article }: Article) => /\d|\b[IVXLC]+\b/u.test(article) && !/\(/u.test(article.replace(/\(\w\)/gu, ''));

/** Says itself which article it is. */
const givesAway = ({ article, says }: Article) =>
	(article.match(/\d+|\b[IVXLC]+\b/gu) ?? []).some((mark) => new RegExp(`\\b(?:article|art\\.|point)\\s*${mark}\\b`, 'iu').test(says)) ||
	fold(says).includes(fold(article).padEnd(4));

const toldOf = ({ article, at, by, note, says, source }: Article, speaker: Speaker): Told => ({
	at,
	...(by ? { by } : {}),
	...(note ? { note } : {}),
	says,
	source,
	under: articleTitle(article, speaker),
});

export function articlePlans(entry: Topic, _knowledge: Knowledge): Plan[] {
	if (entry.kind !== 'treaty' || !entry.articles) return [];
	const all = entry.articles;
	return all.flatMap((article) => {
		const labels = all.filter((it) => it.article === article.article);
		const others = all.filter((other) => other !== article && isApart(article, other) && !isAlike(article, other));
		if (labels.length > 1 || others.length < 2) return [];
		const base = (speaker: Speaker) => ({
			according: { at: article.at, ...(article.by ? { by: article.by } : {}), source: article.source },
			cited: [{ at: article.at, source: article.source }],
			told: [article, ...others].map((it) => toldOf(it, speaker)),
		});
		if (!isNumbered(article)) return [];
		const which = plan(entry, 'article', ['which', markOf(article.article)], 0.65, ({ dice, speaker }) => {
			if (givesAway(article)) return undefined;
			const offer = (it: Article): Offered => ({
				means: { article: it.article },
				text: articleTitle(it.article, speaker),
			});
			return {
				...base(speaker),
				prompt: speaker.say('quiz.ask.article.which', { name: nameOf(entry.name, speaker) }),
				quote: article.says,
				right: offer(article),
				wrong: shuffle(others, dice).map(offer),
			};
		});
		const what = plan(entry, 'article', ['what', markOf(article.article)], 0.6, ({ dice, speaker }) => {
			const offer = (it: Article): Offered => ({ means: { article: it.article }, text: it.says });
			return {
				...base(speaker),
				prompt: speaker.say('quiz.ask.article.what', {
					article: articleTitle(article.article, speaker),
					name: nameOf(entry.name, speaker),
				}),
				right: offer(article),
				wrong: shuffle(
					others.filter((it) => !givesAway(it)),
					dice,
				).map(offer),
			};
		});
		return [which, what];
	});
}
