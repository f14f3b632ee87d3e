/** How words are written in chats on purpose or by ear, and what is meant: these are no slips of one letter. */
const ENGLISH: Readonly<Record<string, string>> = {
	bcuz: 'because',
	becuz: 'because',
	coulda: 'could have',
	coz: 'because',
	cuz: 'because',
	dat: 'that',
	ded: 'dead',
	dem: 'them',
	dey: 'they',
	dis: 'this',
	dosnt: 'doesn’t',
	enuf: 'enough',
	fite: 'fight',
	frm: 'from',
	havnt: 'haven’t',
	iz: 'is',
	japs: 'japanese',
	kno: 'know',
	mustve: 'must have',
	ppl: 'people',
	shoulda: 'should have',
	sovs: 'soviets',
	teh: 'the',
	thru: 'through',
	tho: 'though',
	ther: 'there',
	wernt: 'weren’t',
	woulda: 'would have',
	wud: 'would',
	wuz: 'was',
};
const RUSSIAN: Readonly<Record<string, string>> = {
	вобще: 'вообще',
	ваще: 'вообще',
	ихний: 'их',
	ихние: 'их',
	ихних: 'их',
	канешно: 'конечно',
	какбы: 'как бы',
	никада: 'никогда',
	ничо: 'ничего',
	патамушта: 'потому что',
	патом: 'потом',
	скока: 'сколько',
	сколко: 'сколько',
	тада: 'тогда',
	тока: 'только',
	токо: 'только',
	тыщ: 'тысяч',
	тыща: 'тысяча',
	тыщи: 'тысячи',
	тыщу: 'тысячу',
	чтото: 'что-то',
};

const MEANT = new Map(Object.entries({ ...ENGLISH, ...RUSSIAN }));
const WRITTEN = new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}_@#/’'.-])(?:${[...MEANT.keys()].join('|')})(?![\p{L}\p{M}\p{N}_@/’'-])`, 'giu');
/** “More then ten thousand”. */
const THEN = /(?<=(?<!\p{L})(?:more|less|fewer|rather|better|worse|bigger|larger|higher|lower|earlier|later|other) )then(?!\p{L})/giu;
const THOUSANDS = /(?<=\d)тыщ[аиу]?(?!\p{L})/giu;

/** The text in common spelling; the same where it is. What begins a sentence with a capital need not keep it: this is for reading only. */
export const withCommonSpelling = (text: string): string =>
	text
		.replace(WRITTEN, (word) => MEANT.get(word.toLowerCase())!)
		.replace(THEN, 'than')
		.replace(THOUSANDS, ' тысяч');
