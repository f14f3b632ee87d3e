/**
 * Words that mean the same thing for a question about this history, in English, Russian and Japanese. A concept lets
 * “how many pows perished” find an entry on prisoners who died, in whichever language either is written.
 *
 * Latin and Cyrillic words stand in their dictionary form (they are stemmed here as queries are); words of Han or kana
 * characters are found anywhere in a run.
 */
import { fold } from './fold.ts';
import { type Token, tokenise } from './tokens.ts';

const CONCEPTS: Record<string, string> = {
	abduct: 'abduct abducted deport deported deportation deporting removed taken увезти вывезти депортация депортированы 連行 強制連行 移送',
	alliance: 'alliance ally allied allies союз союзник союзнический 同盟 盟约',
	apology: 'apology apologize apologise apologized apologised sorry repent repentance извинение извинился покаяние 謝罪 お詫び 道歉',
	army: 'army troop force soldier division military армия войска солдат дивизия военный 軍隊 兵士 部隊 師団 军队',
	atomic: 'atomic nuclear bomb hiroshima nagasaki атомная ядерная 原爆 原子爆弾 核',
	authentic: 'authentic genuine real forged forgery fake hoax fabricated fabrication подлинный подделка фальшивка подлинность 偽書 偽造 本物 真贋 伪造',
	battle: 'battle fight fighting clash combat битва бой сражение бои 戦闘 会戦 戦い 之战',
	begin: 'begin began start started starting outbreak provoke provoked instigate начать начал начало спровоцировал развязал 開始 始めた 始まり 仕掛けた 始まった',
	border: 'border frontier boundary demarcation граница рубеж пограничный 国境 境界 边界',
	break: 'break broke broken violate violated violation breach breached betray betrayed нарушить нарушил нарушение вероломно 破った 違反 侵犯 破棄 违反',
	casualty: 'casualty casualties loss losses потери урон 損害 損失 死傷 死傷者 伤亡',
	china: 'china chinese sino китай китайский 中国 支那 중국',
	civilian: 'civilian civilians noncombatant refugee settler гражданские мирные беженцы 民間人 住民 開拓団 避難民 平民',
	conference: 'conference summit talks negotiation negotiations конференция переговоры саммит 会談 会議 交渉',
	crime: 'crime crimes atrocity atrocities war-crime преступление злодеяние зверства 犯罪 蛮行 戦争犯罪 罪行',
	death: 'death died dead die dying dies perish perished deceased fatality toll kill killed killing умер умерли смерть погиб погибли погибших умерших смертность убит убиты убито 死亡 死者 死んだ 死んで 亡くなった 犠牲 戦死 死去 死 死亡人数 사망',
	declaration: 'declaration declare declared declares proclamation декларация заявление объявил 宣言 声明 布告 宣布',
	denounce: 'denounce denounced denunciation abrogate abrogated abrogation terminate renounced repudiate денонсация денонсировал расторгнуть расторг 破棄 不延長 廃棄',
	diplomacy: 'diplomatic diplomacy ambassador envoy дипломатия дипломатический посол 外交 国交 大使',
	end: 'end ended ending finish surrender surrendered capitulation capitulate конец окончание капитуляция сдача 終戦 終結 降伏 投降',
	experiment: 'experiment biological bacteriological germ warfare bioweapon опыт эксперимент бактериологическое биологическое 人体実験 細菌戦 生物兵器 细菌战',
	figure: 'many number count total estimate toll amount сколько число численность количество 何人 人数 何名 いくつ 総数 数 多少',
	island: 'island islands isle isles islet остров острова 島 諸島 列島 群岛',
	invade: 'invade invaded invasion attack attacked attacks entry entered offensive aggression вторжение вторгся напал нападение наступление вступление агрессия 侵攻 侵略 攻撃 参戦 対日参戦 進攻',
	japan: 'japan japanese nippon япония японский японец 日本 日本人 日 일본',
	labour: 'labour labor camp gulag forced труд лагерь принудительный 強制労働 収容所 労役 ラーゲリ',
	map: 'map maps cartography карта карты 地図',
	massacre: 'massacre massacred slaughter murdered murder резня расправа убийство 虐殺 大屠杀',
	mongolia: 'mongolia mongolian mongol монголия монгольский монгол モンゴル 蒙古 외몽골',
	name: 'name named naming called название называется имя именование 名称 呼称 呼び方',
	neutral: 'neutral neutrality нейтралитет нейтральный 中立',
	occupy: 'occupy occupied occupation seize seized annex annexed annexation оккупация захват захватил занял аннексия 占領 占拠 併合',
	peace: 'peace мир мирный 平和 講和 和平 평화',
	poll: 'poll survey opinion опрос 世論調査 民意',
	pow: 'pow pows prisoner prisoners captive captives captivity internee internees interned internment detainee detained captured пленный пленных военнопленный военнопленные плен интернированный 捕虜 抑留 抑留者 俘虜 战俘 포로',
	resident: 'resident residents inhabitant islander population житель жители население 島民 住民 人口 元島民',
	return: 'return returned returning repatriate repatriated repatriation возвращение вернуть возврат репатриация 返還 帰還 引き揚げ 引揚 復員 歸還',
	russia: 'russia russian ussr soviet soviets moscow россия русский российский ссср советский 露 ロシア ソ連 ソビエト 苏联 俄 俄罗斯 소련 러시아',
	sign: 'sign signed signing signature conclude concluded подписать подписан подписание заключён 調印 締結 署名 签订',
	territory: 'territory territorial territories территория территориальный 領土 領域 领土',
	treaty: 'treaty pact agreement accord convention agreed договор пакт трактат соглашение конвенция договорённость 条約 協定 協約 合意 协定 조약',
	trial: 'trial tribunal court prosecuted sentenced процесс суд трибунал 裁判 法廷 审判',
	war: 'war wars война войны 戦争 战争 전쟁 전투',
};

/** Several words that are one: they stand for the word after the arrow before anything else is read. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
	[/\bsoviet union\b/g, 'soviet'],
	[/\bu s s r\b/g, 'ussr'],
	[/\bsoviet socialist republics\b/g, 'soviet'],
	[/\bp o w(?: s|s)?\b/g, 'pow'],
	[/\bprisoners? of war\b/g, 'pow'],
	[/\bwar prisoners?\b/g, 'pow'],
	[/(?<![\p{L}])советск\p{L}+ союз\p{L}*/gu, 'ссср'],
	[/\bworld war (?:two|2|ii)\b/g, 'ww2'],
	[/\bsecond world war\b/g, 'ww2'],
];

/** Words that carry no meaning for finding an entry. */
const STOP_WORDS = new Set(
	(
		'a an the of in on at to by for from with and or nor is are was were be been being do does did done has have had it its this that these those there here ' +
		'what which who whom whose when where why how about as into over under between among during after before against per via not no than then so such ' +
		'i me my we our you your he she they them their his her can could would should will shall may might must please tell give show explain know find want need us ' +
		'many much people person persons really actually exactly ever also just only very much more most some any all each both if but because while until up out off again s t re ' +
		'und der die das le la les de du des et di da ' +
		'в во на и или с со у о об от до по из за к ко не ни что кто как где когда почему какой какая какие какое который это этот эта эти был была было были ли же бы для при про над под между после его её их мне нам расскажи скажи чем том то а но год года году годы лет г'
	).split(' '),
);

/** Words that ask rather than name; they show what kind of answer is wanted. */
const ASKING: Readonly<Record<Intent, RegExp>> = {
	count: /\b(?:how many|how much|number of|death toll|count of|total of|what number)\b|(?<!\p{L})сколько(?!\p{L})|何人|何名|人数|死者数|多少|몇/u,
	judge: /^(?:did|was|were|is|are|does|do|has|had|should|who (?:began|started|won|provoked|broke|forged|sank|owns)|whose|why)\b|(?<!\p{L})(?:правда ли|почему|кто начал|кто виноват|чьи)(?!\p{L})|なぜ|か$|どちら/u,
};
export type Intent = 'count' | 'judge';

const conceptByTerm = new Map<string, string>();
const runConcepts: (readonly [string, string])[] = [];
for (const [concept, words] of Object.entries(CONCEPTS)) {
	for (const word of words.split(' ')) {
		const folded = fold(word);
		if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(folded)) runConcepts.push([folded, concept]);
		else for (const token of tokenise(folded)) conceptByTerm.set(token.term, concept);
	}
}
runConcepts.sort((a, b) => b[0].length - a[0].length);

export const CONCEPT_PREFIX = '#';

/** The concept that a term stands for, as the term under which concepts are indexed. */
export function conceptOf(token: Token): string | undefined {
	const concept = conceptByTerm.get(token.term);
	return concept === undefined ? undefined : CONCEPT_PREFIX + concept;
}

/** Concepts of the Han and kana words of a text, longest words first, with the words that were found. */
export function runConceptsOf(folded: string): { readonly concept: string; readonly word: string }[] {
	if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(folded)) return [];
	const found: { concept: string; word: string }[] = [];
	let rest = folded;
	for (const [word, concept] of runConcepts) {
		if (!rest.includes(word)) continue;
		found.push({ concept: CONCEPT_PREFIX + concept, word });
		rest = rest.replaceAll(word, ' ');
	}
	return found;
}

export function joinPhrases(folded: string): string {
	let out = folded;
	for (const [pattern, word] of PHRASES) out = out.replace(pattern, word);
	return out;
}

export function isStopWord(token: Token): boolean {
	return STOP_WORDS.has(token.text);
}

export function intentsOf(folded: string): Set<Intent> {
	return new Set((Object.keys(ASKING) as Intent[]).filter((intent) => ASKING[intent].test(folded)));
}
