/**
 * Words that mean the same thing for a question about this history, in English, Russian and Japanese, and the commonest of them in German,
 * French, Chinese and Korean. A concept lets
 * “how many pows perished” find an entry on prisoners who died, in whichever language either is written.
 *
 * Latin and Cyrillic words stand in their dictionary form (they are stemmed here as queries are); words of Han or kana
 * characters are found anywhere in a run.
 */
import { fold } from './fold.ts';
import { rewriter } from './rewrite.ts';
import { isRun, type Run, Runs } from './runs.ts';
import { type Token, tokenise } from './tokens.ts';

export const CONCEPTS: Readonly<Record<string, string>> = {
	abduct: 'abduct abducted deport deported deportation deporting увезти вывезти депортация депортированы 連行 強制連行 移送',
	aid: 'aid help support assist assistance lend-lease supplies supply помощь поддержка ленд-лиз 援助 支援 援蒋',
	aircraft: 'aircraft plane planes airplane aeroplane airmen pilot pilots aviation самолёт самолет авиация лётчик 航空機 飛行機 軍機 飞机',
	alliance: 'alliance ally allied allies союз союзник союзнический 同盟 盟约',
	apology: 'apology apologize apologise apologized apologised sorry repent repentance извинение извинился покаяние 謝罪 お詫び 道歉',
	army: 'army troop force soldier division regiment military армия войска солдат дивизия полк военный 軍隊 兵士 部隊 師団 連隊 军队 soldat soldaten soldats truppen troupes 士兵 병사',
	article: 'book memoir diary narrative article essay paper книга воспоминания дневник записки статья 著書 回想 手記 論文 書評',
	atomic: 'atomic nuclear bomb атомная ядерная 原爆 原子爆弾 核',
	authentic:
		'authentic authenticity genuine real forged forgery fake hoax fabricated fabrication falsification подлинный подделка фальшивка подлинность 偽書 偽造 本物 真贋 伪造',
	bank: 'bank banker banking loan loans finance financed fund funded money gold банк банкир заём кредит деньги золото 銀行 融資 借款 資金 金塊 finanziert financé',
	battle: 'schlacht bataille batalla battle fight fighting clash combat битва бой сражение бои 戦闘 会戦 戦い 之战 전투',
	begin:
		'begin began start started starting outbreak provoke provoked instigate begun начать начал начало спровоцировал развязал 開始 始めた 始まり 仕掛けた 始まった begann begonnen anfing commencé commença 开始 시작 начала начали',
	blame: 'blame guilty fault responsible responsibility culprit aggressor вина виноват виновен ответственность агрессор 責任 加害 犯人',
	border: 'border frontier boundary demarcation граница рубеж пограничный 国境 境界 边界 grenze frontière 국경',
	born: 'born birth birthday родился рождение родилась 生まれ 誕生 出生',
	break:
		'break broke broken violate violated violation breach breached betray betrayed betrayal нарушить нарушил нарушение вероломно 破った 違反 侵犯 反故 违反',
	camp: 'camp camps concentration лагерь лагеря 収容所 ラーゲリ',
	castaway: 'castaway drifter shipwrecked shipwreck потерпевший кораблекрушение 漂流 漂流民 漂着',
	casualty: 'casualty casualties loss losses потери урон 損害 損失 死傷 死傷者 伤亡',
	china: 'china chinese sino китай китайский 中国 支那 중국 chine chinois chinesisch',
	civilian: 'civilian civilians noncombatant refugee refugees settler settlers гражданские мирные беженцы 民間人 開拓団 避難民 平民 引揚者',
	commander:
		'commander general marshal admiral officer command captain командующий генерал маршал адмирал командир 司令官 将軍 大将 中将 少将 元帥 提督 指揮官',
	communist: 'communist communism bolshevik bolsheviks reds leftist comintern коммунист коммунизм большевик красные 共産 共産党 赤軍 左翼',
	conference:
		'conference summit talks negotiation negotiations meeting met meet конференция переговоры саммит встреча 会談 会議 交渉 首脳会談',
	constitution: 'constitution constitutional конституция конституционный 憲法',
	crime: 'crime crimes atrocity atrocities преступление злодеяние зверства 犯罪 蛮行 戦争犯罪 罪行',
	death:
		'death died dead die dying dies perish perished deceased fatality toll kill killed killing drowned drown умер умерли смерть погиб погибли погибших умерших смертность убит убиты убито 死亡 死者 死んだ 死んで 亡くなった 犠牲 犠牲者 戦死 死去 死 殺した 殺された 殺し 死亡人数 사망 gefallen fielen gestorben starben getötet mort morts tués décès 阵亡 死了 죽었',
	declaration: 'declaration declare declared declares proclamation декларация заявление объявил 宣言 声明 布告 宣布',
	denounce:
		'denounce denounced denunciation abrogate abrogated abrogation terminate renounced repudiate денонсация денонсировал расторгнуть расторг 破棄 不延長 廃棄',
	diplomat:
		'diplomatic diplomacy ambassador envoy plenipotentiary delegate embassy дипломатия дипломатический посол посольство 外交 国交 大使 全権 使節',
	end: 'end ended ending finish surrender surrendered capitulation capitulate defeat defeated конец окончание капитуляция сдача поражение 終戦 終結 降伏 投降 敗戦 敗北 ende endete terminé 结束 끝났',
	equipment: 'equipment machine machines machinery factory factories plant industrial оборудование завод станки 設備 機械 工場',
	expand: 'expand expansion expansionism conquest conquer domination экспансия завоевание господство 膨張 征服 拡張 支配',
	experiment:
		'experiment experiments experimented biological bacteriological germ bioweapon bioweapons опыт эксперимент бактериологическое биологическое 人体実験 細菌戦 生物兵器 细菌战 実験',
	film: 'film movie cinema picture фильм кино 映画',
	fishing: 'fish fishing fisherman fishermen fishery рыбак рыболовство рыбаки 漁業 漁師 漁民',
	invade:
		'intervene intervened intervention интервенция 出兵 invade invaded invasion attack attacked attacks entry entered offensive aggression assault landing вторжение вторгся напал нападение наступление вступление агрессия десант 侵攻 侵略 攻撃 参戦 対日参戦 進攻 上陸 なだれ込んだ angriff überfall attaque attaqué 进攻 参战 침공',
	island: 'island islands isle isles islet остров острова 島 諸島 列島 群岛 insel inseln îles 岛屿 섬',
	japan:
		'japan japanese nippon tokyo япония японский японец токио 日本 日本人 日 일본 japanisch japanische japanischen japaner japon japonais japonaise japonaises',
	jew: 'jew jews jewish еврей евреи еврейский ユダヤ ユダヤ人',
	judge: 'judge judges verdict ruling prosecutor lawsuit sue судья приговор прокурор иск 判事 検事 判決 訴訟',
	labour: 'labour labor forced gulag труд принудительный 強制労働 労役',
	letter: 'letter telegram message note cable письмо телеграмма послание нота 書簡 手紙 電報',
	like: 'sympathy sympathise like friendly unfriendly favourable favorable unfavourable unfavorable dislike trust симпатия дружественный нравится 親近感 好感 好き 嫌い 友好',
	list: 'list lists register names roll список списки 名簿 リスト',
	map: 'map maps cartography карта карты 地図',
	massacre: 'massacre massacred slaughter murdered murder murders резня расправа убийство 虐殺 大屠杀 殺害',
	minister: 'minister premier chancellor ministry министр премьер министерство 大臣 外相 首相 総理 省',
	mongolia: 'mongolia mongolian mongol mongols монголия монгольский монгол モンゴル 蒙古 몽골 mongolei mongolie mongolisch 蒙古国',
	name: 'name named naming called название называется имя именование 名称 呼称 呼び方',
	neutral: 'neutral neutrality нейтралитет нейтральный 中立',
	occupy: 'occupy occupied occupation seize annex annexed annexation оккупация захват занял аннексия 占領 占拠 併合',
	peace: 'peace мир мирный 平和 講和 和平 평화 frieden paix',
	plan: 'plan plans planned planning plot scheme план планы замысел 計画 構想 陰謀',
	poll: 'poll polls survey respondents asked опрос респондент опрошенных 世論調査 民意 調査',
	pow: 'capture captured captives 拿捕 захватил пленил взят pow pows prisoner prisoners captive captives captivity internee internees interned internment detainee detained пленный пленных военнопленный военнопленные плен интернированный 捕虜 抑留 抑留者 俘虜 战俘 포로 kriegsgefangene kriegsgefangenen gefangene prisonnier prisonniers 俘虏',
	president: 'president presidential президент 大統領 总统',
	railway: 'railway railroad rail железная дорога 鉄道 鐵道',
	resident: 'resident residents inhabitant inhabitants islander islanders population lived житель жители население 島民 住民 人口 元島民',
	return:
		'return returned returning repatriate repatriated repatriation handover handing handed give giving gave transfer transferred возвращение вернуть возврат репатриация передача отдать передать отдавать 返還 帰還 引き揚げ 引揚 復員 引き渡し 返す',
	revolution: 'revolution revolutionary revolutionaries uprising революция революционер революционный восстание 革命 革命家 蜂起 혁명',
	russia:
		'russia russian ussr soviet soviets moscow kremlin россия русский российский ссср советский москва 露 ロシア ソ連 ソビエト 苏联 俄 俄罗斯 소련 러시아 russland russisch russische russischen russen sowjetunion sowjetisch sowjetische sowjetischen sowjets russie russe russes urss soviétique soviétiques 苏军',
	secret: 'secret secretly covert clandestine секретный тайный тайно 秘密 密約 極秘',
	ship: 'ship ships vessel vessels boat steamer transport torpedo torpedoed sink sank sunk submarine судно корабль пароход потопил потоплен лодка 船 船舶 艦 撃沈 沈没 潜水艦 魚雷 沈んだ',
	siberia: 'siberia siberian sibirien sibérie сибирь сибирский シベリア 西伯利亚 시베리아',
	sign: 'sign signed signing signature signatory conclude concluded ratified подписать подписан подписал подписание заключён 調印 締結 署名 签订 unterzeichnet unterzeichnete unterschrieb signé signa 签署 서명',
	speech: 'speech address broadcast radio speak речь обращение выступление радио 演説 放送 談話',
	spy: 'spy spies intelligence espionage kgb agent agents шпион разведка разведчик агент кгб スパイ 諜報 工作員 特務 情報機関',
	strike: 'strike strikes забастовка スト ゼネスト',
	tank: 'tank tanks armour armoured танк танки танковый 戦車',
	territory: 'territory territorial territories land lands территория территориальный 領土 領域 领土',
	trade: 'swap swapped exchange exchanged trade traded обмен обменяли обменяла торговля 交換 貿易 通商',
	treaty:
		'traité traite vertrag abkommen pakt tratado treaty pact agreement accord convention agreed deal договор пакт трактат соглашение конвенция договорённость 条約 協定 協約 合意 协定 조약',
	trial: 'trial trials tribunal court courts prosecuted sentenced процесс суд трибунал 裁判 法廷 审判',
	visit: 'visit visited trip travelled travel визит посещение поездка 訪問 訪日 訪ソ 訪露',
	vote: 'vote voted votes voting referendum plebiscite голосование референдум проголосовали 投票 国民投票 公投',
	war: 'krieg guerre guerra war wars война войны 戦争 战争 전쟁',
	win: 'win won victory victor victorious winner победа победил победитель победили 勝利 勝った 勝者 gewann gewonnen sieg gagné gagna victoire 赢了 获胜 이겼 승리',
};

/** Several words that are one: they stand for the word after the arrow before anything else is read. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
	[/\bsoviet union\b/g, 'soviet'],
	[/\bu s s r\b/g, 'ussr'],
	// Initials with points between them.
	[/\b([a-z]) ([a-z]) ([a-z])\b(?! [a-z]\b)/g, '$1$2$3'],
	// How a day is counted is none of its words.
	[/(?<!\p{L})(?:по )?(?:ст ст|стар[а-яё]+ стил[а-яё]+)(?!\p{L})|\bold style\b/gu, ' '],
	[/\bsoviet socialist republics\b/g, 'soviet'],
	[/\bp o w(?: s|s)?\b/g, 'pow'],
	[/\bprisoners? of war\b/g, 'pow'],
	[/\bwar prisoners?\b/g, 'pow'],
	[/(?<![\p{L}])советск[а-яё]+ союз[а-яё]*/gu, 'ссср'],
	[
		/\b(?:sq|square) (?:km|kilomet(?:re|er)s?)\b|\bkm2\b|(?<![\p{L}])(?:кв|квадратн[а-яё]+) (?:км|километр[а-яё]*)|平方(?:キロメートル|キロ)/gu,
		' squarekm ',
	],
	[/\bworld war (?:two|2|ii)\b/g, 'ww2'],
	[/\bsecond world war\b/g, 'ww2'],
	[/\bworld war (?:one|1|i)\b|\bfirst world war\b|\bww ?i\b|(?<!\p{L})перв[а-яё]+ миров[а-яё]+(?: войн[а-яё]+)?|第一次世界大戦/gu, ' ww1 '],
	[/(?<!\p{L})втор[а-яё]+ миров[а-яё]+(?: войн[а-яё]+)?|第二次世界大戦|\bww ?ii\b/gu, ' ww2 '],
];

/** Question words: they say what kind of answer is wanted, and questions of the dataset begin with them. */
const QUESTION_WORDS: readonly (readonly [RegExp, string])[] = [
	[
		/^why\b|^how come\b|^for what reason\b|^what (?:made|caused|led|(?:was|were|is|are) the (?:reasons?|purpose|aims?|goals?|cause|point|motive))\b|^(?:почему|зачем|отчего|из-за чего|из за чего|для чего|ради чего|с какой целью|в чём причина|какова причина)(?!\p{L})|^(?:warum|weshalb|wieso|pourquoi)\b|为什么|为何|왜|なぜ|どうして|何故|(?:理由|目的|原因|狙い)(?:は|とは)?(?:何|なに|なん)?(?:だったのか|でしたか|ですか|だった|か)?$/u,
		'asks-why',
	],
	[
		/^(?:who|whose|whom|wer|wem|wen|wessen|qui)\b|^(?:кто|чей|чьи|кому|кого|кем)(?!\p{L})|谁|누가|누구|誰|(?<!な)だれ|(?:どちら|どっち|どこの国)が/u,
		'asks-who',
	],
	[
		/^when\b|^(?:in |on )?(?:what|which) (?:year|date|day|month)s?\b|^когда(?!\p{L})|^в каком году|^(?:wann|quand|in welchem jahr|en quelle annee)\b|什么时候|何时|哪一?年|언제|いつ|何年|何月|何日(?!間)/u,
		'asks-when',
	],
	[
		/^(?:how many|how much|what number|wie ?viele?|combien)\b|多少|(?<!\p{L})(?:сколько|скольких)(?!\p{L})|何[十百千万]*(?:人|名|機|隻|票|島|両|門|回|社|個|パーセント|%)|何日間|何割|いくつ|いくら|どれ(?:くらい|ぐらい|だけ|ほど)|どの(?:くらい|ぐらい|程度)|몇/u,
		'asks-how-many',
	],
	[
		/^(?:did|was|were|is|are|does|do|has|have|had|can|could|should|will|would)\b|(?<!\p{L})ли(?!\p{L})|^est ce qu|\b(?:a|est|ont|sont)(?: t)? (?:ils?|elles?|on)\b|吗$|(?:か|[ただるいう]の(?:かな)?)$/u,
		'asks-whether',
	],
	[/^(?:how|wie|comment)\b|^как(?!\p{L})|怎么|如何|어떻게|どのように|どうやって/u, 'asks-how'],
	[
		/^where\b|^(?:on|in) (?:which|what|whose) (?:side|bank|place|country|town|city|territory|land)\b|^(?:где|куда|откуда)(?!\p{L})|^(?:wo|ou)\b|哪里|哪儿|在哪|어디|どこ/u,
		'asks-where',
	],
	[
		/^(?:which|what)\b|^(?:in|to|from|at|on) (?:which|what|whose|whom)\b|^(?:какой|какая|какое|какие|что)(?!\p{L})|^(?:welche[rsmn]?|quel(?:le)?s?)\b|哪个|무엇|어느|どの|どちら|どれ/u,
		'asks-which',
	],
];

/** The terms of all that is asked. */
export const ASKS: readonly string[] = QUESTION_WORDS.map(([, asks]) => `#${asks}`);

/** Words that carry no meaning for finding an entry. */
const STOP_WORDS = new Set(
	(
		'a an the of in on at to by for from with and or nor is are was were be been being do does did done has have had it its this that these those there here ' +
		'what which who whom whose when where why how about as into over under between among during after before against per via not no than then so such ' +
		'i me my we our you your he she they them their his her can could would should will shall may might must please tell give show explain know find want need us ' +
		'many much people person persons men th st nd rd sq km square kilometre kilometres kilometer percent per cent really actually exactly ever also just only very much more most some any all each both if but because while until up out off again s t re ' +
		'und der das ein eine im am auf bei von zu zum zur mit gegen nach ist wurde wurden hat haben wer wann warum wie viele ' +
		'le la les de du des et une aux dans sur pour avec contre est ont ete qui quand pourquoi combien que di da ' +
		'в во на и или с со у о об от до по из за к ко не ни что кто как где когда почему какой какая какие какое который это этот эта эти был была было были ли же бы для при про над под между после его её их мне нам расскажи скажи сколько чем том то а но год года году годы лет г ' +
		'에서 에 의 은 는 이 가 을 를 도 로 와 과 몇 명 왜 누가 언제 어디 나요 았나요 었나요 했나요 하였나요 인가요 입니까'
	).split(' '),
);

/** Words that ask rather than name; they show what kind of answer is wanted. */
const ASKING: Readonly<Record<Intent, RegExp>> = {
	count:
		/\b(?:how many|how much|how (?:big|large|strong)|what (?:share|percentage|percent)|size of|strength of|area of|number of|death toll|count of|total of|total|body count|headcount|what number)\b|^(?:wie ?viele|combien)\b|(?<!\p{L})(?:сколько|скольких|число|количество|численность)(?!\p{L})|何[十百千万]*(?:人|名|機|隻|票|島|両|門|回|個|パーセント|%)|何割|いくつ|いくら|(?:人|総|者|兵|の)数|人数|兵力|死者数|どれ(?:くらい|ぐらい|だけ|ほど)の?[人数兵]|多少|몇/u,
	judge:
		/^(?:did|was|were|is|are|does|do|has|had|should|who (?:began|started|won|provoked|broke|forged|sank|owns)|whose|why|warum|wieso|pourquoi|wer begann|qui a)\b|为什么|누가|왜|(?<!\p{L})(?:правда ли|почему|кто начал|кто виноват|чьи)(?!\p{L})|なぜ|か$|どちら/u,
};
export type Intent = 'count' | 'judge';
const NO_INTENTS: ReadonlySet<Intent> = new Set();

/** One look tells most texts, which ask nothing. */
const ANY_ASKED = new RegExp(
	[...QUESTION_WORDS.map(([{ source }]) => source), ...Object.values(ASKING).map(({ source }) => source)].join('|'),
	'u',
);

interface Tables {
	readonly byTerm: ReadonlyMap<string, string>;
	readonly runs: Runs;
}
let tables: Tables | undefined;

/** Made for the first question: a start need not wait for a thousand words to be read. */
function makeTables(): Tables {
	const byTerm = new Map<string, string>();
	const runs: Run[] = [];
	for (const [concept, words] of Object.entries(CONCEPTS)) {
		for (const word of words.split(' ')) {
			const folded = fold(word);
			if (isRun(folded)) runs.push([folded, concept]);
			else for (const token of tokenise(folded)) byTerm.set(token.term, concept);
		}
	}
	return { byTerm, runs: new Runs(runs) };
}

export const CONCEPT_PREFIX = '#';

/** The concepts of the states of which this history is. */
export const ACTORS: readonly string[] = ['china', 'japan', 'mongolia', 'russia'].map((actor) => CONCEPT_PREFIX + actor);

/** The concept that a term stands for, as the term under which concepts are indexed. */
export function conceptOf(token: Token): string | undefined {
	tables ??= makeTables();
	const concept = tables.byTerm.get(token.term);
	return concept === undefined ? undefined : CONCEPT_PREFIX + concept;
}

/** Concepts of the Han and kana words of a text, longest words first, with the words that were found. */
export function runConceptsOf(folded: string): { readonly concept: string; readonly word: string }[] {
	if (!isRun(folded)) return [];
	tables ??= makeTables();
	return tables.runs.in(folded, ' ').map(([word, concept]) => ({ concept: CONCEPT_PREFIX + concept, word }));
}

/** A folded text with such words as one. */
export const joinPhrases = rewriter(PHRASES);

export function isStopWord(token: Token): boolean {
	// A single letter is an initial or a slip.
	return STOP_WORDS.has(token.text) || (token.script === 'latin' && token.text.length === 1);
}

/** Of the text at hand, of which both are asked. */
let lastText = '';
let lastAsks = false;

function asksAny(folded: string): boolean {
	if (folded !== lastText) {
		lastAsks = ANY_ASKED.test(folded);
		lastText = folded;
	}
	return lastAsks;
}

export function intentsOf(folded: string): ReadonlySet<Intent> {
	if (!asksAny(folded)) return NO_INTENTS;
	return new Set((Object.keys(ASKING) as Intent[]).filter((intent) => ASKING[intent].test(folded)));
}

/** The term under which a question is indexed by what it asks: who, when, whether; `undefined` for what is no question. */
export function askedBy(folded: string): string | undefined {
	if (!asksAny(folded)) return undefined;
	for (const [pattern, asks] of QUESTION_WORDS) if (pattern.test(folded)) return CONCEPT_PREFIX + asks;
	return undefined;
}

/** The term of questions of a type, as `askedBy` gives it for what people type. */
export const QUESTION_TYPES = ['how', 'when', 'which', 'who', 'why', 'yes-no'] as const;
export function asksTermOf(type: (typeof QUESTION_TYPES)[number]): string {
	return `${CONCEPT_PREFIX}asks-${type === 'yes-no' ? 'whether' : type}`;
}
