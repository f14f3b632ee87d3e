import type { Speaker } from '../messages/index.ts';

const NUMBERED = /^(?:Article )?(?<number>(?:\d+|[IVXLC]+)[a-z]?(?:\(\w\))?(?: \(.+\))?)$/;

/** “Article 2” of a treaty that numbers its parts; another part goes by its own name: “Preamble”. */
export function articleTitle(article: string, speaker: Speaker): string {
	const known = speaker.word('parts', article);
	const number = NUMBERED.exec(article)?.groups?.number;
	return known !== article || number === undefined ? known : speaker.say('article.heading', { article: number });
}
