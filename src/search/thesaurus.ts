/**
 * What people call things who do not know the terms of the field: “kept as slaves”, “gave back”, “the mad baron”. Wider than
 * the concepts, which say that two words mean the same: these only speak of the same matter, and one word may stand under
 * several. They help to find what somebody describes; no statement is judged by them.
 */
import { CONCEPTS } from './concepts.ts';
import { fold } from './fold.ts';
import { rewriter } from './rewrite.ts';
import { isRun, type Run, Runs } from './runs.ts';
import { type Token, tokenise } from './tokens.ts';

export const MATTER_PREFIX = '~';

/** By concept; those of `concepts.ts` are widened, the others are new. Words as there. */
const MATTERS: Readonly<Record<string, string>> = {
	alone: 'alone only solely sole один единственный только 唯一 だけ 単独',
	america: 'america american usa сша америка американский 米国 アメリカ 美国 미국',
	anniversary:
		'memorial memory monument commemorate commemoration anniversary remember remembrance cenotaph память памятник мемориал годовщина помнить 記憶 記念碑 記念 慰霊 周年',
	army: 'armed soldiery warrior regiments дивизион боец армейский 陸軍 兵力 日本兵',
	atomic: 'nuke nukes 核兵器 ядерное',
	authentic:
		'fraud bogus phony counterfeit invented falsify фальсификация липа поддельный 捏造 偽物 偽文書 にせもの forge forger hoaxes подделать фальсифицировать 贋作',
	bank: 'financier lender moneylender capitalist финансист банкирский 銀行家 資本家',
	battle: 'fought skirmish shooting сражаться 激戦 合戦',
	begin: 'trigger spark ignite launch fired opened начались начинать 始まった 始め 仕掛けた 勃発',
	blame: 'guilt accused accuse обвинить обвинение 非難 罪',
	break: 'flout disregard нарушать нарушила 破る 破棄 裏切り 裏切った',
	britain: 'britain british england english london англия британия британский английский イギリス 英国',
	burn: 'burn burnt burned arson torch torched furnace firebox сжечь сожгли сожжён сожжённый сжигание поджог топка 焼き討ち 焼いた 焼かれた 焼き殺 焼殺 炉 destroy destroyed destruction ruin raze razed wipe annihilate уничтожить уничтожили разрушить 破壊 滅ぼ',
	camp: 'barracks лагерный ラーゲル 強制収容所 held kept hold keep detain detained detention custody located location содержать содержали содержались держали 収容 収容された',
	cause:
		'cause reason trigger lead led result bring provoke prompt push pushed prompted причина повод привести привёл вызвать 原因 理由 きっかけ つながった もたらした',
	ceasefire: 'ceasefire truce armistice перемирие 停戦 休戦',
	change: 'change changed alter shift move moved изменить изменилось менять перенести 変わる 変わった 変えた 変化',
	china: 'prc beijing peking кнр пекин 北京 中共',
	commander: 'colonel major полковник капитан 大佐 艦長 隊長',
	compensation:
		'compensation compensate reparation indemnity payment pay paid pension benefit компенсация выплата возмещение репарации контрибуция 補償 賠償 給付金 支払 代償 owe owed owes repay компенсировать платить 払う 払った',
	cossack: 'cossack ataman казак атаман казачий コサック',
	death:
		'corpse corpses lethal гибель гибли погибшие умирать 亡くなる 殺害された mortality fatalities lives смертей погибло умирали 亡くなった人 戦没 命',
	delay: 'delay delayed slow late hesitate wait медлить промедление 遅れ',
	demand: 'demand insist ultimatum требование требовать ультиматум 要求 最後通牒 最後通告',
	deny: 'deny denial admit acknowledge confess отрицать отрицание признавать 否定 否認 認める 認めた',
	diplomat:
		'emissary mission legation delegation foreign посланник миссия делегация иностранный 使者 公使 外務省 外務 expedition voyage экспедиция',
	disease:
		'disease plague typhus cholera epidemic anthrax illness sickness starvation hunger famine болезнь чума тиф эпидемия голод холера 病気 疫病 伝染病 飢え 餓死',
	divide: 'divide carve split partition раздел разделить поделить 分割 分断',
	doctor: 'doctor physician surgeon medical medicine scientist врач доктор медик учёный 医師 軍医 医学者 医者',
	emperor: 'emperor tsar czar king monarch empress император царь государь императрица 皇帝 天皇 ツァーリ 女帝',
	end: 'завершение закончить закончилась 終わり 終わった 終了',
	equip: 'factory factories machinery machine industry industrial plant завод заводы оборудование станки промышленность 工場 設備 機械',
	evacuate: 'evacuate evacuation flee fleeing эвакуация бегство 避難 疎開 逃げ',
	exaggerate:
		'exaggerate exaggerated overstate overstated inflate inflated overblown proportion myth преувеличить преувеличены завысить 誇張 水増し',
	execute: 'execute execution shoot firing hang hanged расстрел расстрелять расстреляли казнь повесить 処刑 銃殺 射殺',
	exile: 'escape exile emigre defect defector fled whistleblower fugitive побег беглец эмигрант изгнание 逃亡 亡命 脱走',
	expand: 'ambition ambitions завоевать захватить 野望 領土拡張',
	expel: 'expel expelled expulsion evict evicted deport removal выселение изгнать выселить выгнать 追放 追い出 強制退去 退去 追われた',
	experiment: 'vivisection bacteria plague испытание опыты 実験台 生体実験 解剖',
	explore:
		'explore explorer exploration expedition voyage sail sailed navigator circumnavigation путешественник исследователь мореплаватель экспедиция плавание 探検 航海 遠征 世界一周 mission embassy миссия',
	fear: 'fear afraid scared scare threat danger dangerous phobia страх бояться боялись опасаться угроза 恐れ 恐怖 怖 脅威',
	fishing: 'trawler улов 漁船',
	gain: 'gain gained get got obtain acquire acquired receive получить получила приобрести 得た 獲得 手に入れ',
	germany: 'germany german nazi nazis германия немецкий немец нацист ドイツ ナチス 德国 독일',
	gold: 'gold treasure bullion золото золотой клад сокровище 金塊 財宝 黄金',
	hate: 'hate hatred dislike enmity hostile hostility animosity ненависть враждебность враждебный вражда 憎悪 敵対 反感 嫌い',
	hide: 'hide hid hidden conceal cover shield protect whitewash immunity скрывать скрыть прикрыть 隠す 隠蔽 かばう かばった 見逃した 免責 免罪',
	historian: 'historian scholar professor academic историк профессор учёный 歴史家 学者 教授 研究者',
	hometown: 'hometown birthplace родина родной 故郷 地元 出身地',
	independence:
		'independence independent sovereignty sovereign recognise recognize recognition независимость независимый суверенитет признание признать 独立 主権 承認',
	invade: 'storm rolled overrun stormed напасть напала ввод 侵入 襲った 攻め込んだ 攻め',
	isolation: 'isolation isolationism seclusion closed изоляция самоизоляция 鎖国',
	japan: 'prewar samurai tokyo японское японская японцы японцев',
	join: 'join accession membership member вступить членство 加盟',
	korea: 'korea korean корея кореец корейский 朝鮮 韓国 朝鮮人 한국',
	labour: 'slave slavery worked work toil рабский работа работать трудовой 働かされた 労働 強制的 奴隷',
	law: 'law legislation bill amendment decree закон указ постановление поправка приказ 法律 特措法 命令 勅令 改正 constitution constitutional charter конституция конституционный 憲法',
	legal:
		'legal legally lawful lawfully legitimate illegal illegally unlawful right rights entitled законно законный незаконно право 合法 違法 不法 権利',
	letter: 'wire dispatch донесение депеша 電文 報告',
	like: 'love hug hugged hugging embrace friend friends friendship дружба дружить обнимать 友人 親しい liked likes favour favourable warm closer ties positive негативно позитивно нравятся симпатии',
	massacre: 'butcher butchery зверство бойня 皆殺し 大虐殺',
	merchant: 'merchant trader shopkeeper shipowner купец торговец 商人 豪商',
	minister: 'cabinet кабинет 閣僚 内閣 外務大臣 総理大臣',
	missing: 'missing unaccounted disappeared untraced vanish пропавшие пропали 行方不明 消息不明',
	mistake: 'mistake error blunder wrong stupid ошибка просчёт 誤り 過ち 間違い',
	monk: 'lama monk buddhist buddhism temple monastery shrine лама монах буддист храм монастырь 僧侶 ラマ僧 ラマ 寺院',
	navy: 'navy naval fleet squadron sailor флот эскадра морской моряк 海軍 艦隊 水兵',
	neutral: 'aloof impartial nonbelligerent невмешательство 不介入 局外',
	newspaper: 'newspaper press journalist reporter газета пресса журналист 新聞 記者',
	noble: 'baron prince nobleman aristocrat барон граф князь 男爵 伯爵 公爵',
	nonaggression: 'nonaggression ненападение 不可侵',
	obstacle: 'obstacle issue barrier hinder prevent block sabotage obstruct stop препятствие мешать помешать сорвать 障害 妨げ 妨害',
	occupy: 'seized took takeover grab grabbed захватить занять оккупировать оккупировали 占拠された 奪った 奪われた',
	opening: 'open opening reopen открыть открытие открыла 開国 開港',
	origin: 'origin etymology meaning derive mean means происхождение значить означать 語源 由来 意味',
	orphan: 'orphan orphans сирота сироты 孤児',
	own: 'own owner belong owned property whose rightful claim claimed владеть принадлежать принадлежит принадлежат владелец чей чьи 所有 領有 どこの国の 誰のもの',
	partisan: 'partisan guerrilla insurgent bandit партизан партизанский повстанец パルチザン ゲリラ',
	party: 'party партия партийный 政党',
	petition: 'petition signature signatures петиция подпись подписи 請願 署名運動',
	plan: 'intend intention aim wanted замышлять намерение 企み 企図 作戦 want wants wish seek sought desire requested request proposal хотел хотела хотели просьба просил 望んだ 求めた つもり',
	poland: 'poland polish pole poles польша польский поляк ポーランド 波兰',
	pow: 'jail jailed prison imprison imprisoned imprisonment custody hostage kidnap kidnapped пленение пленили взятие тюрьма заключённый заложник 捕らえられた 捕まった 囚われ 監禁 囚人 人質 捕虜生活 detainees captors держать держали военнопленные',
	pressure:
		'pressure force forced compel compelled coerce threaten threatened threat blackmail intimidate заставить заставил вынудить вынудила принудить угроза угрожать шантаж 圧力 脅し 脅した 恫喝 強要 迫った 脅迫',
	profit: 'profit profitable earn economic economy benefit worth pay выгода выгодно прибыль окупиться 採算 利益 儲け',
	promise:
		'promise pledge vow commitment assurance assure guarantee undertake обещание обещать обещал обязательство обязаться гарантия 約束 保証 誓約',
	propaganda: 'propaganda agitation agitator brainwash indoctrinate пропаганда агитация агитатор 宣伝 扇動 洗脳',
	puppet:
		'puppet satellite protectorate colony vassal dependency марионетка марионеточный вассал сателлит протекторат колония 傀儡 属国 保護国 植民地',
	purge: 'purge repression terror persecution репрессия репрессии чистка террор 粛清 弾圧 大粛清',
	raid: 'raid plunder loot looting ransack pillage strip stripped dismantle dismantling грабёж разграбление ограбить набег вывоз демонтаж 略奪 襲撃 掠奪 持ち去',
	relinquish:
		'renounce relinquish waive forgo cede cession abandon surrender отказаться отказ отказалась уступить уступка уступила 放棄 割譲 譲渡 手放',
	rescue: 'rescue save saved спасти спас спасение 救った 救出 助けた protect shield spare защитить защита 守った 守る',
	resident: 'villager villagers townspeople living проживать обитатели 住んでいた 住んで 住む',
	retaliate: 'retaliation revenge retaliate reprisal avenge месть возмездие 報復 復讐',
	return:
		'обратно возвратить возвращать возвращены 返した 返還する 帰国 送還 引渡し 引き渡す getting обратный отдавать 渡す 渡した 引き渡した 返せ 戻す',
	revolution: 'revolt rebellion rebel overthrow мятеж бунт переворот 反乱 クーデター',
	russia: 'stalinist советы кремлёвский русские 露国 ソビエト連邦 ソヴィエト 소비에트 rf kremlin рф россияне',
	sanction: 'sanction sanctions embargo санкция санкции эмбарго 制裁 禁輸',
	school:
		'school teach teacher taught textbook pupil student lesson школа учить учитель учебник преподавать 学校 教科書 教えた 教える 教師 授業',
	secret: 'hidden clandestinely undisclosed тайна секретно 密か 秘密裏',
	sell: 'sell sold sale purchase buy продажа продать продала купить 売却 購入 売った',
	settle:
		'settle settlement solve resolve resolved resolution solution compromise deadlock решить решение урегулировать разрешить компромисс 解決 妥協 決着',
	settler: 'settler settlers colonist pioneer farmer поселенец колонист 開拓団 開拓民 入植',
	share: 'share percentage percent rate proportion mortality fraction доля процент 割合 率 比率',
	ship: 'freighter freighters steamship liner ferry sunken торпедировать торпеда судна корабли 貨物船 引揚船 沈められた 魚雷攻撃',
	shogun: 'shogun shogunate bakufu сёгун сёгунат 幕府',
	side: 'side bank shore берег сторона 側 岸',
	sign: 'sealed заключить 結んだ 調印された',
	spy: 'spymaster saboteur шпионаж диверсант 密偵 間諜 工作',
	steppe: 'steppe desert grassland plain степь пустыня 草原 砂漠',
	stop: 'halt halted suspend suspended interrupt cancel прекратить прервать приостановить прекращение 中断 停止 打ち切り 打ち切った',
	strong:
		'strong powerful weak weakened strength fit unfit ready power big боеспособный сильный сильна слабый слабая 強い 強かった 弱い 弱体 戦力',
	succeed:
		'succeed success successful achieve achieved achievement accomplish result outcome fail failed failure fruitless fiasco удаться удалось провал провалиться неудача успех итог 成功 失敗 成果',
	surprise: 'surprise sudden unexpected sneak внезапный внезапно неожиданный 奇襲 不意 突然 不意打ち',
	surrender: 'surrender capitulate capitulation капитуляция капитулировать 降伏 投降',
	trade: 'commerce commercial barter merchant обменять меняли торговый 交換した 取り替えた',
	train: 'train station locomotive паровоз поезд станция 列車 機関車',
	treaty: 'bargain compact сделка договориться 条約文 取り決め 約定',
	trial: 'tried defendant defendants accused convict convicted подсудимый обвиняемый осуждён 被告 裁かれた 有罪',
	trust: 'trust promise word keep honour reliable доверять слово сдержать 約束 守る 信用',
	ukraine: 'ukraine ukrainian украина украинский ウクライナ 乌克兰',
	valid:
		'valid validity force effect expire expired expiry lapse bind binding obsolete действовать действует действительна срок истечь 有効 失効 効力 期限',
	view: 'view opinion attitude image think perceive perception see mood мнение отношение взгляд восприятие относиться 見方 世論 印象 意識',
	village: 'village town settlement село деревня посёлок городок 村人 村民 集落 hamlet деревни сёла 村々',
	visit: 'journey came went trips приезд приехать поездки 訪れた 来日 訪れる',
	volunteer: 'volunteer volunteers pilot pilots доброволец добровольцы лётчик 志願兵 義勇',
	warn: 'warn warning предупредить предупреждение 警告',
	weapon: 'weapon arms armament gun rifle ammunition оружие вооружение пушка 武器 兵器 弾薬',
	win: 'winning beat triumph победить выиграть выиграл одолел 勝つ 勝ち 打ち破った success succeeded',
	woman: 'woman child mother wife family families женщина ребёнок дети мать жена семья 女性 子供 子ども 婦女子 家族 母子',
};

/** What people say in several words for what a text says in one; each stands for the words after it. */
const SAYINGS: readonly (readonly [RegExp, string])[] = [
	[/\b(?:stay|keep|remain|sit)(?:s|ed|ing)? out\b|\bsat out\b|\bnot (?:to )?(?:join|enter|take part)\b/g, 'neutral'],
	[/\bnot (?:to )?(?:attack|fight|invade)(?: each other| one another)?\b/g, 'neutral nonaggression'],
	[
		/\b(?:g[ia]ve|gives|giving|given|hand(?:s|ed|ing)?|sen[dt]|sends|sending|get|got|gets|took|taken?|want(?:s|ed)?) ((?:\p{L}+ ){0,3})back\b/gu,
		'return $1',
	],
	[/\b(?:hand|turn)(?:s|ed|ing)? over\b/g, 'return'],
	[/\b(?:g[ia]ve|gives|giving|given|sign(?:s|ed)) (?:up|away)\b/g, 'renounce'],
	[/\b(?:tear|tore|torn|rip)(?:s|ing|ped)? up\b|\bback(?:s|ed|ing)? out\b|\bpull(?:s|ed)? out of\b/g, 'abrogate'],
	[/\b(?:walk|call|broke|break)(?:s|ed|ing)? (?:away|out|off)\b/g, 'halt'],
	[/\b(?:sa(?:id|y|ys|ying)|(?:is|was|felt|feels?)) sorry\b/g, 'apologise'],
	[/\b(?:taken?|took|h[eo]ld|kept|keep|made) (?:prisoner|captive|hostage)s?\b|\block(?:s|ed)? (?:up|in)\b/g, 'captive'],
	[/\bset (?:fire|on fire|alight|ablaze)\b/g, 'burned'],
	[/\bsw[ao]pp?ed\b|\bin return for\b/g, 'exchange'],
	[/\b(?:carve|divvie|split|share)d? up\b/g, 'divide'],
	[/\bmake?s? up\b|\bmade up\b/g, 'fabricated'],
	[/\bbrought? (?:home|back)\b|\bc(?:a|o)me(?:s)? home\b|\bget(?:ting)? home\b|\bwent home\b/g, 'repatriate'],
	[/\btook (?:over|hold of)\b|\btak(?:e|es|ing) over\b/g, 'seize'],
	[/\bkick(?:s|ed)? out\b|\bthrow(?:n|s)? out\b|\bthrew out\b|\bforced (?:out|to leave)\b|\bhad to leave\b/g, 'expelled'],
	[/\bstab(?:s|bed)? (?:\p{L}+ )?in the back\b|\bbackstab\w*\b/gu, 'betrayal'],
	[/\bsen[dt](?:s|ing)? (?:\p{L}+ ){0,2}(?:troops?|soldiers?|army|forces|men)\b/gu, 'intervene troops'],
	[
		/\b(?:fired|shot|attacked|struck|hit|opened fire) first\b|\b(?:fire|shoot|attack|strike) first\b|\bfirst (?:shots?|to (?:attack|shoot|fire))\b/g,
		'began fighting',
	],
	[/\bma[dk]e(?:s)? (?:money|a profit)\b|\bpa(?:y|id|ys) off\b/g, 'profitable'],
	[/\bc[ao]me up with\b/g, 'invented'],
	[/\bsettled? for\b/g, 'compromise'],
	[/\bsecretary of state\b/g, 'minister american'],
];

/** The text with what people say in several words as the words of the texts. */
export const withSayings = rewriter(SAYINGS);

interface Tables {
	readonly byTerm: ReadonlyMap<string, readonly string[]>;
	readonly runs: Runs;
}
let tables: Tables | undefined;
const NONE: readonly string[] = [];

/** Made for the first question, as those of the concepts are. */
function makeTables(): Tables {
	const byTerm = new Map<string, string[]>();
	const runs: Run[] = [];
	for (const [name, words] of Object.entries(MATTERS)) {
		const concept = MATTER_PREFIX + name;
		for (const word of `${words} ${CONCEPTS[name] ?? ''}`.trim().split(' ')) {
			const folded = fold(word);
			if (isRun(folded)) runs.push([folded, concept]);
			else
				for (const { term } of tokenise(folded)) {
					const known = byTerm.get(term);
					if (!known) byTerm.set(term, [concept]);
					else if (!known.includes(concept)) known.push(concept);
				}
		}
	}
	return { byTerm, runs: new Runs(runs) };
}

/** The matters that a word speaks of, as the terms under which they are indexed. */
export function mattersOf(token: Token): readonly string[] {
	tables ??= makeTables();
	return tables.byTerm.get(token.term) ?? NONE;
}

/** The matters of the Han and kana words of a text, longest words first, with the words that were found. */
export function runMattersOf(folded: string): { readonly concept: string; readonly word: string }[] {
	if (!isRun(folded)) return [];
	tables ??= makeTables();
	return tables.runs.in(folded, '').map(([word, concept]) => ({ concept, word }));
}
