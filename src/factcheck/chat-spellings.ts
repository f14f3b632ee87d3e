/**
 * How words are written in chats on purpose or by ear, and what is meant: these are no slips of one letter. Only what is no word or name of its
 * own stands here, and only in lower case: a capital begins a name.
 */
const ENGLISH: Readonly<Record<string, string>> = {
	bcuz: 'because',
	becuz: 'because',
	coulda: 'could have',
	cuz: 'because',
	ded: 'dead',
	dosnt: 'doesn’t',
	enuf: 'enough',
	havnt: 'haven’t',
	japs: 'japanese',
	kno: 'know',
	mustve: 'must have',
	ppl: 'people',
	shoulda: 'should have',
	sovs: 'soviets',
	teh: 'the',
	thru: 'through',
	wernt: 'weren’t',
	woulda: 'would have',
	wuz: 'was',
};
const RUSSIAN: Readonly<Record<string, string>> = {
	ваще: 'вообще',
	вобще: 'вообще',
	ево: 'его',
	ихнего: 'их',
	ихний: 'их',
	ихние: 'их',
	ихних: 'их',
	ихняя: 'их',
	какбы: 'как бы',
	канешно: 'конечно',
	никада: 'никогда',
	никаво: 'никого',
	ничо: 'ничего',
	патамушта: 'потому что',
	посли: 'после',
	севодня: 'сегодня',
	скока: 'сколько',
	сколко: 'сколько',
	токо: 'только',
	тыщ: 'тысяч',
	тыща: 'тысяча',
	тыщи: 'тысячи',
	тыщу: 'тысячу',
	чтото: 'что-то',
	штоб: 'чтобы',
};
/** Words that are written by ear in all their forms, by how they begin. */
const STEMS: Readonly<Record<string, string>> = {
	дагавор: 'договор',
	исчо: 'ещё',
	савецк: 'советск',
	саюз: 'союз',
};
/** Denials that are written into their verbs. */
const VERBS =
	'был[аои]?|будет|будут|хоте(?:л[аи]?|ть)|знал[аи]?|мог(?:л[аи])?|стал[аи]?|дал[аи]?|взял[аи]?|признал[аи]?|подписал[аи]?|нарушал[аи]?|нарушил[аи]?|напал[аи]?|нападал[аи]?|победил[аи]?|вернул[аи]?|отдал[аи]?|воевал[аи]?|вступал[аи]?|вступил[аи]?|имел[аи]?|может|могут|существу(?:ет|ют)|существовал[аои]?|доказан[аоы]?';

const MEANT = new Map(Object.entries({ ...ENGLISH, ...RUSSIAN }));
const BEGINNING = String.raw`(?<![\p{L}\p{M}\p{N}_@#/’'.$-])`;
const END = String.raw`(?![\p{L}\p{M}\p{N}_@/’'-]|\.\p{L})`;
const WRITTEN = new RegExp(`${BEGINNING}(?:${[...MEANT.keys()].join('|')})${END}`, 'gu');
const BY_EAR = new RegExp(`${BEGINNING}(?:${Object.keys(STEMS).join('|')})`, 'gu');
const GLUED = new RegExp(`${BEGINNING}не(?=(?:${VERBS})${END})`, 'gu');
/** “More then ten thousand”; without a number behind it it may be a time. */
const THEN =
	/(?<=(?<!\p{L})(?:more|less|fewer) )then(?= (?:about |some |just )?(?:[~$]?\d|half\b|twice\b|(?:a |one |two |three )?(?:hundred|thousand|million|dozen)))|(?<=(?<!\p{L})rather )then(?!\p{L})/gu;
const THOUSANDS = /(?<=\d)тыщ[аиу]?(?!\p{L})/gu;

const CYRILLIC = /\p{Script=Cyrillic}/u;

/** The text in common spelling; the same where it is. */
export function withCommonSpelling(text: string): string {
	const common = text.replace(WRITTEN, (word) => MEANT.get(word)!).replace(THEN, 'than');
	if (!CYRILLIC.test(text)) return common;
	return common
		.replace(BY_EAR, (stem) => STEMS[stem]!)
		.replace(GLUED, 'не ')
		.replace(THOUSANDS, ' тысяч');
}
