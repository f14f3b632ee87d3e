/**
 * Initials and clipped words that people write for states, offices and armies, in the words that stand in the dataset. They are read so only
 * where no name or text of an entry has the initials themselves.
 */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
	apec: 'asia pacific economic cooperation',
	cbw: 'biological warfare',
	cccp: 'ussr',
	cer: 'chinese eastern railway',
	cks: 'chiang kai shek',
	cpsu: 'communist party soviet union',
	cwc: 'chemical weapons convention',
	dprk: 'korea',
	eaeu: 'eurasian economic union',
	fer: 'far eastern republic',
	ghq: 'scap allied occupation headquarters',
	hst: 'harry truman',
	ijn: 'imperial japanese navy',
	jacar: 'japan center for asian historical records',
	jap: 'japanese',
	japs: 'japanese',
	jp: 'japan',
	jpn: 'japan',
	jsdf: 'japan self defense forces',
	kia: 'killed',
	mfa: 'ministry foreign affairs',
	mhlw: 'ministry health labour welfare japan',
	mia: 'missing',
	mofa: 'ministry foreign affairs japan',
	mofaj: 'ministry foreign affairs japan',
	mprp: 'mongolian people party',
	nap: 'nonaggression pact',
	ndl: 'national diet library',
	nkid: 'soviet commissar foreign affairs',
	nt: 'northern territories',
	ntd: 'northern territories day',
	pm: 'prime minister',
	prc: 'china',
	rf: 'russia',
	roc: 'republic china',
	rok: 'korea',
	rsfsr: 'soviet russia',
	ru: 'russia',
	rus: 'russian',
	sdf: 'self defense forces',
	sib: 'siberia',
	smr: 'south manchuria railway',
	sov: 'soviet',
	sovs: 'soviets',
	uk: 'britain',
	unc: 'un charter',
	wia: 'wounded',
	вкпб: 'коммунистическая партия советская большевики',
	вмв: 'ww2',
	двр: 'дальневосточная республика',
	еаэс: 'евразийский экономический союз',
	кндр: 'корея',
	кнр: 'китай',
	кпсс: 'коммунистическая партия советский союз',
	нкид: 'наркомат иностранных дел',
	пмв: 'ww1',
	ркпб: 'коммунистическая партия советская большевики',
	рсфср: 'советская россия',
	рф: 'россия',
	яиа: 'императорская армия японии',
	яп: 'японский',
	厚労省: '厚生労働省',
	第一次大戦: ' ww1 ',
	第二次大戦: ' ww2 ',
	二次大戦: ' ww2 ',
};

const isHan = (initials: string) => /\p{Script=Han}/u.test(initials);
const [hanInitials, otherInitials] = [Object.keys(WRITTEN_OUT).filter(isHan), Object.keys(WRITTEN_OUT).filter((it) => !isHan(it))];
/** Tells most texts, which have none of them. Where a word begins and ends is said once: for each of the initials it would take 20 ms to compile. */
const ANY = new RegExp(`(?<![\\p{L}\\p{N}])(?:${otherInitials.join('|')})(?![\\p{L}\\p{N}])|${hanInitials.join('|')}`, 'u');
const HAN = hanInitials.map((initials) => [initials, WRITTEN_OUT[initials]!] as const);

/** A folded text with such initials written out; `isKnown` tells which words the dataset has itself. */
export function writtenOut(folded: string, isKnown: (word: string) => boolean): string {
	if (!ANY.test(folded)) return folded;
	let out = folded.replace(/[\p{L}\p{N}]+/gu, (word) => {
		const words = Object.hasOwn(WRITTEN_OUT, word) ? WRITTEN_OUT[word]! : undefined;
		return words === undefined || isKnown(word) ? word : words;
	});
	if (/\p{Script=Han}/u.test(out)) for (const [initials, words] of HAN) out = out.replaceAll(initials, words);
	return out;
}
