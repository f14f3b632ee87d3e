/**
 * Words of every day, in their dictionary form. The dataset is small, so that many of them occur in it once or never and
 * would seem to say more than the name beside them.
 */
import { fold } from './fold.ts';
import { type Token, tokenise } from './tokens.ts';

const WORDS =
	'able actual almost alone along already although always amount angry anybody anymore anyone anything anywhere apart around aside away awful bad basically become beforehand behave behind ' +
	'believe belong below beside best better beyond bunch busy certain clear come complete completely consider could couple definitely different difficult directly done down during ' +
	'early easy either else enough entire especially even eventually everybody everyone everything exact except exist expect explain fact fairly famous feel few final find fine former forward full further general ' +
	'get go good great guess guy half happen hard hardly hope huge immediately important indeed instead intend inside involve just keep kind large last late later least less like likely ' +
	'look lot low main major make matter maybe mention mere middle moment nearby near nearly necessary never nice nobody nothing notice obviously occur odd often okay old once other otherwise outside own ' +
	'particular perhaps pick pretty probably put quick quite rather ready real recent regard remain right same say second see seem serious several similar simple simply since single ' +
	'small somebody somehow someone something sometimes soon start still stop stuff such suddenly suppose sure take talk tell thing think throughout together total toward towards try turn twice type unless ' +
	'unlike use usual various view way well while whole wide within without wonder word worth wrong yes yet ' +
	'бывать важный весь взять вместе вообще всё вся говорить давать дать делать дело должен другой думать есть ещё знать идти именно иметь каждый казаться кажется конечно который кроме лучше любой можно называться ' +
	'например настоящий никто ничего нужно один однако пойти пока получить понять потом почти просто прямо разный самый сделать сейчас сказать слышать смочь снова совсем сразу стать считать так такой там тогда тоже ' +
	'только уже узнать хотеть хотя часто что-то число количество численность';

const COMMON = new Set(tokenise(fold(WORDS)).map(({ term }) => term));

/** Countries and peoples beside those of the dataset: who asks about one of them does not mean what never speaks of it. */
const STATES = new Set(
	tokenise(
		fold(
			'america american usa austria austrian belgium belgian brazil britain british england english canada canadian cuba cuban egypt egyptian finland finnish france french germany german greece greek holland dutch ' +
				'hungary hungarian india indian iran iraq ireland irish israel italy italian mexico mexican ottoman poland polish portugal portuguese rome roman scotland scottish spain spanish sweden swedish turkey turkish ' +
				'vietnam vietnamese америка американский германия немецкий англия английский франция французский италия польша польский турция вьетнам индия',
		),
	).map(({ term }) => term),
);

/** Whether a word names such a country or people. */
export function isOtherState({ term }: Token): boolean {
	return STATES.has(term);
}

/** Whether a word is one of those that any text on anything has. */
export function isCommonWord({ script, term }: Token): boolean {
	return (script === 'latin' || script === 'cyrillic') && COMMON.has(term);
}

/** Whether a term of the index is such a word: nobody misspells a name into one. */
export function isCommonTerm(term: string): boolean {
	return COMMON.has(term);
}
