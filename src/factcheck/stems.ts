/**
 * Deeper stems than the search uses: there a name must not be joined with another; here “violated”, “violation” and “violates”
 * are one thing said. English after the first steps of Porter (1980), Russian after Snowball (https://snowballstem.org), both cut down
 * to the endings that claims have.
 */

const ENGLISH =
	/(?:ational|ations?|ating|ated|ates?|ative|ators?|ators|izations?|ising|izing|ised|ized|ises?|izes?|iveness|fulness|ments?|ously|ingly|edly|ively|ally|ions?|ity|ies|ied|ive|ing|ance|ence|ers?|ors?|ed|es|ly|al|s|e|y)$/;

/** At least four letters of the word remain. */
export function deepStemEnglish(word: string): string {
	const stem = word.replace(ENGLISH, '');
	return stem.length >= 4 ? undouble(stem) : word;
}

const undouble = (stem: string) => (/([bdgmnprtl])\1$/.test(stem) ? stem.slice(0, -1) : stem);

const REFLEXIVE = /(?:ся|сь)$/u;
const GERUND = /(?:ившись|ывшись|вшись|ивши|ывши|вши|ив|ыв)$/u;
const PARTICIPLE =
	/(?:ующ|ивш|ывш|вш|ющ|ащ|ящ|щ|енн|анн|янн|нн|ен|ем|им)?(?:ими|ыми|его|ого|ему|ому|ее|ие|ые|ое|ей|ий|ый|ой|ем|им|ым|ом|их|ых|ую|юю|ая|яя|ою|ею)$/u;
const VERB =
	/(?:ила|ыла|ена|ейте|уйте|ите|или|ыли|ей|уй|ил|ыл|им|ым|ен|ило|ыло|ено|ят|ует|уют|ит|ыт|ены|ить|ыть|ишь|ую|ала|яла|ана|али|яли|ать|ять|ает|яет|ают|яют|ал|ял|ало|яло|ано|аны|ан|ян|ла|ли|ло|ть|ет|ут|ют|л)$/u;
const NOUN = /(?:иями|ями|ами|ией|иям|ием|иях|ев|ов|ие|ье|еи|ии|ей|ой|ий|ям|ем|ам|ом|ах|ях|ию|ью|ия|ья|а|е|и|й|о|у|ы|ь|ю|я)$/u;
const DERIVED = /(?:ость|ост|ени|ани|изаци|аци|тельств|тель|ств|ск|н)$/u;

/** At least three letters of the word remain. */
export function deepStemRussian(word: string): string {
	let stem = word.replace(REFLEXIVE, '');
	const cut = (pattern: RegExp) => {
		const shorter = stem.replace(pattern, '');
		if (shorter === stem || shorter.length < 3) return false;
		stem = shorter;
		return true;
	};
	if (!cut(GERUND) && !cut(PARTICIPLE) && !cut(VERB)) cut(NOUN);
	cut(/и$/u);
	if (stem.length > 5) cut(DERIVED);
	return stem.replace(/нн$/u, 'н').replace(/ь$/u, '');
}
