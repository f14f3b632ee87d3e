/**
 * Words of one meaning by which people put claims, beyond the concepts of the search: those serve questions, which use few
 * verbs; a claim is as often put by its verb. One group a line, in English, Russian and Japanese; each word in its
 * dictionary form, irregular forms beside it. Which side of a pair of opposites a word takes is for `stance.ts`.
 */
import { conceptOf } from '../search/concepts.ts';
import { fold } from '../search/fold.ts';
import { tokenise } from '../search/tokens.ts';
import { deepStemEnglish, deepStemRussian } from './stems.ts';

const GROUPS: readonly string[] = [
	'break broke broken violate violated violation breach tear tore torn shred shredded trample betray нарушить нарушал нарушение разорвать растоптать попрать 破 違反 侵犯 反故 裏切',
	'dead death die died gone drowned kill killed lose lost casualty loss perish fatality умереть погибнуть погибший мёртвый убитый потери потерять 死 亡くな 戦死 犠牲 損害',
	'still continue remain yet до сих пор ещё продолжаться まだ 今も 続',
	'change turn turned shift alter affect изменить повернуть 変え 変わ',
	'trap opinion view attitude see regard отношение взгляд 見方 感情',
	'promise promised pledge vow обещать обещал пообещать обязаться 約束 公約',
	'abandon give cede yield surrender relinquish renounce waive drop forgo gave gift отказаться отказываться отказывалась отказывался уступать уступить уступил отказалась 放棄 譲渡 譲った 手放した',
	'admit acknowledge confess recognise recognize accept признать признал признала признаёт 認めた 認め 承認 受諾',
	'afraid fear threat threaten menace danger угроза опасность страх 脅威 恐れ 恐怖',
	'aim target goal purpose intend цель направлен 目的 狙い 標的',
	'america american usa us washington yankee сша америка американский 米国 アメリカ 米',
	'ancestor native indigenous ainu аборигены айны アイヌ 先住民',
	'annul cancel void nullify invalid lapse expire scrap annulled отменить аннулировать утратил недействителен 無効 失効 破棄 廃棄',
	'arm weapon gun rifle armament оружие вооружить 武器 兵器',
	'ask request demand require insist просить требовать требование 要求 要請 求めた',
	'betray treacherous treachery stab backstab perfidious предал предательство вероломный 裏切 騙し討ち backstabbing stabbed treachery traitor',
	'bind binding valid effective force validity действует действовать обязывает связан 有効 拘束',
	'block prevent stop obstruct hinder sabotage thwart помешать сорвать блокировать 妨害 阻止 ruin wreck spoil derail torpedo scuttle undermine foil frustrate scupper сорвать погубить 潰し 台無し',
	'british britain england uk london англия великобритания британский イギリス 英国',
	'burn burnt arson torch ablaze fire сжечь сожжён сожгли сожжены 焼 放火 焼き殺',
	'career promotion rise fame prominence карьера 出世 昇進',
	'cause reason trigger provoke prompt motive lead because причина повод из-за вызвал привёл 原因 理由 きっかけ',
	'chemical germ biological bacteriological plague anthrax pathogen чума бактериологический биологический 細菌 生物兵器 ペスト',
	'claim argue assert demand претендовать претензия утверждать 主張 要求',
	'compensate compensation pay paid reparation indemnity wage salary компенсация выплатить возместить 補償 賠償 賃金',
	'control controlled puppet satellite vassal client dependent obey order directive подконтрольный марионетка управлять 支配 傀儡 従属 指令 poodle lapdog lackey stooge pawn subservient bidding dictate instruction марионеточный прислужник 言いなり 属国 手先',
	'cruel cruelty inhumane inhuman brutal brutality torture mistreat starve abuse жестокий бесчеловечный пытки 残酷 非人道 虐待 拷問 savage ruthless merciless barbaric harsh abused beaten',
	'decide decision resolve resolved решение решил принял 決定 決めた',
	'defend defence defense defensive protect оборона защита оборонительный 防衛 自衛 防御',
	'democracy democratic демократия 民主',
	'discover discovery explore explorer first reach reached открыть открыл исследовать 発見 探検',
	'draw drew border delimit delimitation establish провести установить 画定 確定',
	'drown sink sank sunk torpedo потопить утонуть 沈没 撃沈 沈め',
	'earlier before first prior previously первый раньше 最初 初めて 先に',
	'enemy foe adversary hostile враг противник 敵',
	'enter join joined entry entered вступить вступил вступление присоединиться 参戦 参加 加盟',
	'equal symmetrical fair just справедливый равный 公平 平等 公正',
	'evidence proof prove document proven доказательство доказать документ подтвердить 証拠 証明 資料',
	'exaggerate exaggeration inflate overstate overblown преувеличить преувеличен завышен раздут 誇張 水増し 過大 overstated overestimate puffed padded bloated преувеличение 誇大',
	'expel expulsion evict deport kick drive driven out forced removal removed выгнать изгнать выселить депортировать 追放 追い出 強制退去 強制移住 oust ousted uproot banish eject',
	'fail failure fiasco flop collapse unsuccessful провал неудача провалиться 失敗 頓挫',
	'famine hunger starvation starved голод голодать 飢え 餓死',
	'finance fund bankroll money pay sponsor subsidise subsidize loan финансировать спонсировать деньги заём 資金 出資 融資 bankrolled bribe subsidy cash funding paymaster',
	'france french париж франция французский フランス',
	'german germany berlin hitler nazi reich германия немецкий гитлер нацист ドイツ ヒトラー ナチス 独',
	'guerrilla partisan партизан パルチザン',
	'happen occur place broke out происходить случиться произойти 起き 発生',
	'hide conceal deny silent cover suppress whitewash скрывать умалчивать замалчивать 隠蔽 隠し 否認 hush omit gloss ignore pretend mask dodge sidestep gag скрыть скрыл',
	'hokkaido хоккайдо 北海道',
	'hostage kidnap abduct detain seize imprison jail arrest detained заложник захватить арестовать тюрьма 拉致 拘束 逮捕 投獄 監禁 lock locked jailed prison cell behind captive captivity',
	'human people guinea test experiment vivisection подопытный опыты 人体 生体解剖 モルモット vivisect dissect trial subject',
	'inherent integral historic ancestral own исконный неотъемлемый 固有 不可分 rightful indigenous ancient since время',
	'innocent civilian village villager peasant мирный житель деревня село 村 村人 住民 民間',
	'interfere intervene intervention meddle интервенция вмешательство 干渉 出兵 介入',
	'kill murder massacre slaughter shoot shot execute wipe exterminate slay die dead killed убить расстрелять уничтожить вырезать 殺 虐殺 射殺 処刑 butcher butchered gun mow bayonet behead',
	'know aware knew understand знать знал известно 知って 承知',
	'last final latest ultimate последний 最後 最終 ultimately',
	'law legal illegal lawful unlawful legitimate justify justified законный незаконный правомерный 合法 違法 不法 正当',
	'lease rent аренда 租借',
	'leave withdraw withdrawal retreat pull evacuate left уйти вывести вывод отвод покинуть 撤退 撤兵 撤収 quit depart exit evacuated вывел ушла ушли 引き揚げ 引き上げ',
	'liberate liberation free освободить освобождение освободительный 解放 freed',
	'lose lost defeat beat beaten crush rout проиграть поражение разгром 敗北 負け 敗れ thrashing hammering whipped trounced разбить разбит разгромить',
	'map карта 地図',
	'master mastermind instigate orchestrate behind организовать подстроить стоять 仕組 黒幕',
	'mediate mediator broker mediation посредник посредничество 仲介 調停 arbitrate go-between посредничал',
	'mistake blunder error worst ошибка 失策 過ち 間違い',
	'moscow kremlin москва кремль モスクワ クレムリン',
	'move shift relocate transfer redeploy перебросить перенести перевести 移し 移動 転用',
	'name call label term refer называть именовать 呼 称',
	'offer propose proposal promise promised предложить предложил обещать обещал 提案 約束 申し出 tender dangle',
	'order command instruct authorise authorize приказ приказать 命令 命じ 指示',
	'overconfident arrogant arrogance confidence cocky самоуверенный зазнаться 慢心 過信',
	'own belong possess sovereignty ownership hold held принадлежать владеть суверенитет 帰属 領有 主権 属',
	'pact treaty agreement deal договор пакт 条約 協定',
	'perhaps secret secretly covert hidden тайный секретный 秘密 密',
	'popular mourn mourning grief траур скорбь 喪 追悼',
	'profit profitable economic gain earn выгода прибыль окупаться 利益 採算 儲',
	'protectorate colony colonial dependency протекторат колония 保護国 植民地',
	'purge repression terror execute репрессия чистка террор 粛清 弾圧',
	'race racist empire imperial imperialism империя империализм 帝国',
	'ready prepared fit capable unready unprepared готов подготовлен 準備 用意 能力 shape condition capable',
	'reason excuse pretext justification предлог оправдание 口実 名目',
	'refuse reject decline rebuff отказать отказаться отвергнуть 拒否 拒絶',
	'regret apologise apologize apology sorry remorse repent repentance извиниться извинение покаяться 謝罪 反省 お詫び 懺悔 sorry bow bowed contrition contrite извинился извинилась извиняться 頭を下げ 詫び',
	'rescue save saved saviour protect спасти спас 救',
	'result outcome consequence follow итог результат последствие 結果 brought led lead ended spawned',
	'save rescue save moscow спасти 救った',
	'serve japanese trial tribunal court judge conviction convict приговор суд 裁判 判決',
	'settler colonist emigrant переселенец колонист 開拓団 入植',
	'share percent portion доля процент 割合',
	'show trial propaganda staged rigged fabricated sham пропаганда показательный постановочный プロパガンダ 宣伝 見世物 charade farce staged circus mockery kangaroo спектакль',
	'shield immunity amnesty pardon protect cover укрыть защитить иммунитет 免責 庇 免罪',
	'slave slavery forced labour labor рабский рабство принудительный 奴隷 強制労働',
	'solve settle settlement resolve решить урегулировать 解決',
	'south southward southern turned юг южный 南進 南方 南',
	'spy agent intelligence espionage шпион агент разведка スパイ 諜報 工作',
	'steal stole stolen loot plunder strip dismantle remove grab rob вывезти разграбить украсть грабёж 略奪 盗 持ち去 撤去 cart carted pinch pillage ransack swipe snatch haul strip вывез вывезли вывозил',
	'strategic strategy strategically стратегия стратегический 戦略',
	'succeed success successful achieve achievement успех успешный добиться 成功 成果',
	'support back backing side help aid assist поддержать поддержка помощь 支援 支持 援助',
	'supply delivery deliver send sent поставка поставлять 供給 物資',
	'surprise sudden sneak внезапный 奇襲 不意 unannounced warning ambush blindside unaware out-of-the-blue',
	'teach school taught education учить школа 学校 教え',
	'territory land soil ground territorial территория земля 領土 領域 土地',
	'threaten ultimatum угрожать ультиматум 脅 最後通牒 blackmail bully coerce pressure шантаж пригрозить пригрозил',
	'thief robbery opportunist opportunistic vulture вор мародёр 火事場泥棒 opportunism mugger',
	'unanimous unanimity everybody everyone all единогласно единодушный 全会一致 満場一致 全員',
	'unconditional unconditionally безоговорочный 無条件 conditions terms strings',
	'unequal humiliating неравноправный 不平等',
	'victim casualty victimhood жертва пострадавший 被害者 犠牲者',
	'volunteer volunteers доброволец 志願 義勇 volunteered',
	'weak incompetent poor amateur слабый бездарный 無能 弱 hopeless lousy clueless useless inept',
	'win won victory victorious triumph defeat победа победить выиграть 勝利 勝っ 勝ち thrash beat rout triumph crush',
	'write author wrote penned compose автор написать 著者 書いた 作者',
	'wound injure hurt injured раненый ранить 負傷 負傷者 戦傷',
	'build built erect construct put up построить поставить возвести 建て 建立 建設',
	'captain raid raided pirate plunder набег рейд 襲撃 襲っ',
	'dangerous hostile hostility tense напряжённый враждебный 敵対 険悪',
	'return repatriate home back вернуться репатриация домой 帰国 帰還 復員 homecoming back-home go-home вернулся вернулись вернули',
	'aircraft plane airplane самолёт самолет самолета 航空機 飛行機 機',
	'army troops troop soldier force men garrison войска солдат гарнизон армия 兵 兵力 軍 将兵 守備隊 部隊',
	'belong owner принадлежит наш 帰属 もの 日本領 領土',
	'island isle остров 島',
	'war fight fighting clash battle combat brawl skirmish bout бой сражение битва драка 戦 戦い 戦闘 衝突',
	'begin start kick provoke cook instigate pick launch open hand начать развязать спровоцировать 始 手を出 仕掛 挑発',
	'exact exactly precise precisely точный точно 正確 確定',
	'long duration last lasted days weeks длиться длилась 続い 継続',
	'treat treatment handled обращаться обращение относиться 扱い 扱わ 待遇 処遇',
	'ratify ratification ratified force effect ратифицировать ратификация 批准 発効',
	'publish publish appear surface leak published опубликовать появиться 公表 発表 出版',
	'issue issued announce announced proclaim объявить обнародовать 発表 公表',
	'gulag camp camps лагерь гулаг ラーゲリ 収容所',
	'blame fault guilty culprit responsible responsibility innocent innocence вина виноват виновник виновен ответственность 責任 罪 悪い',
	'share mutual both sides equally alike together обе оба поровну 双方 両国 お互い',
	'scare scared frighten frightened alarm deter deterred intimidate spook teach lesson напугать отпугнуть 脅し 怯え',
	'grab grabbed seize seized annex annexed occupy occupied capture take took snatch захватить захватил захватила захват отобрать оккупировать оккупация 占領 奪 占拠 併合',
	'doctor doctors physician scientist researcher врач учёный 医師 医者 研究者',
	'research data notes findings results исследования данные データ 研究',
	'amnesty immune immunity walked spared let off free unpunished безнаказанный 免責 免罪',
	'train locomotive steam engine furnace firebox boiler паровоз топка локомотив 機関車 釜 汽車',
	'forge forged fake faked bogus hoax fabrication fabricated invented sham counterfeit phony fraud spurious фальшивка подделка фальсификация сфабриковать 偽 捏造 でっち',
	'plan plot scheme blueprint design programme план замысел 計画 構想',
	'conquest conquer domination dominate dominance rule world завоевать завоевание господство 征服 支配',
	'document paper memo memorial memorandum report документ записка меморандум 文書 上奏文 覚書',
	'premier pm prime minister премьер 首相 総理',
	'emperor throne tenno император 天皇 皇帝',
	'president head state президент 大統領',
	'tsar czar emperor nicholas alexander царь император 皇帝 ツァーリ',
	'foreign minister secretary diplomat министр дипломат 外相 外務大臣 国務長官 外交官',
	'trade commerce business market торговля торговать 貿易 通商 交易',
	'fisherman fishermen fishing рыбак рыболовный 漁師 漁民 漁業',
	'benefit profit gain winner advantage выгода выгодно выиграть нажиться 得 利益 儲',
	'quarrel dispute row conflict mess feud спор конфликт распря 争い 紛争 問題 対立',
	'peace treaty settlement мир мирный 平和 講和 和平',
	'neighbour neighbor third сосед 隣国',
	'ally allied alliance союзник союз 同盟 連合',
	'exile exiled fugitive runaway escape escaped flee fled refugee беглец бежать эмигрант изгнанник 亡命 逃亡 脱走',
	'warn warning warned предупредить предупреждение 警告 通告',
	'letter note message письмо 手紙 書簡',
	'trust confidence believe rely доверять доверие 信頼 信用',
	'like love friendly sympathy sympathetic любить симпатия дружелюбный 好感 親しみ 好き',
	'hate hatred dislike hostile resentment ненависть ненавидеть неприязнь 憎 嫌 反感 敵意',
	'school textbook pupil student lesson class curriculum учебник школьник ученик 教科書 生徒 学生 授業',
	'mourning sorrow grief mourn скорбь траур 哀悼 悲し',
	'navy fleet submarine sub u-boat подлодка подводный флот 潜水艦 海軍',
	'woman women child children kids baby family женщина ребёнок дети 女性 子供 婦女子 女子供',
	'tank armour armoured tanks танк 戦車',
	'village hamlet settlement деревня село посёлок 村 集落',
	'cold frost freeze froze frozen winter мороз холод замёрзнуть 寒さ 凍 極寒',
	'hunger starve food famine голод еда 飢え 食糧 飢餓',
	'disease illness sanitation filth dirt болезнь грязь антисанитария 病気 不衛生',
	'work labour labor toil worker forced труд работа работать 労働 労役 強制労働',
	'grave graves bones remains bury buried могила останки кости 遺骨 墓 埋葬',
	'list names record register список перечень 名簿 リスト',
	'vote ballot referendum plebiscite poll голосование референдум проголосовать 投票 国民投票',
	'signature petition sign signed подпись петиция подписать 署名 請願 署名運動',
	'constitution amendment law конституция поправка 憲法 改正',
	'nuclear atomic nukes bomb bombs nuke ядерный атомный бомба 核 原爆 原子爆弾 核兵器',
	'guarantee assurance assure promise гарантия заверение 保証 確約',
	'olympics games opening олимпиада игры 五輪 オリンピック',
	'summit meeting talks visit met встреча саммит визит переговоры 会談 首脳会談 訪問',
	'gift present favour favor подарок 贈り物',
	'exchange swap trade traded barter обмен обменять 交換',
	'border frontier boundary line граница рубеж 国境 境界',
	'map chart cartography карта 地図',
	'nomad steppe herder кочевник степь 遊牧',
	'railway railroad train line железная дорога 鉄道',
	'fur ship frigate sailor captain корабль капитан моряк 艦 船長 船員',
	'south southward southern pacific america юг южный 南進 南方',
	'attack attacked invade invaded invasion strike struck assault march marched storm напасть напал напала напали нападение вторгнуться вторжение наступление 攻撃 侵攻 攻め 襲撃 進攻',
	'scholar historian academic professor expert историк учёный исследователь 学者 歴史家 研究者 専門家',
	'underestimate belittle downplay play minimise minimize ignore forget pretend недооценить принизить принижать замалчивать 過小評価 軽視 無視',
	'aid help support assist assistance supply weapon помощь помогать поддержка 援助 支援 協力',
	'spy agent intelligence secret service espionage шпион разведчик агент 諜報 スパイ 情報',
	'language speak spoke russian fluent говорить язык 話せ 言葉',
	'revolution revolutionary uprising revolt bolshevik революция революционер восстание 革命 蜂起 反乱',
	'strike walkout забастовка стачка ストライキ スト',
	'film movie cinema фильм кино 映画',
	'gold bullion ingot золото 金塊 黄金',
	'monument memorial statue памятник монумент 記念碑 慰霊碑',
];

/** Words that fill a sentence and single nothing out, however rare the dataset has them. */
export const FILLERS: ReadonlySet<string> = new Set(
	(
		'thing things stuff lot lots whole entire total totally completely absolutely entirely fully big huge massive great good bad nice poor whatever anyway anyways always often sometimes usually back then now today yesterday later time times year years day days month months week weeks ago ' +
		'get got getting go going went come came coming make made making take took taken taking put let keep keeps seem seems become became happen happened thing way end point case part kind sort number history historical fact facts ' +
		'pretty quite rather especially mostly mainly largely basically eventually finally ultimately supposedly own same other another others different such like around away down off through within across despite though although however therefore thus hence unlike instead ' +
		'bastard bastards idiot idiots stupid crazy damn hell fucking shit guy guys folks dude bro man everyone everybody somebody someone people person anybody anyone something nothing everything poor evil brave dirty damned bloody sure course yes yeah ok okay well real really truth ' +
		'use used using call called want wanted give gave find found say says said tell told think thought know known believe see saw seen look looks show shows shown mean means try tried need needs admit claim claims state states ' +
		'одного все всё весь всего вся очень ещё еще уже тоже также потом тогда теперь сейчас просто вообще всегда часто люди человек дело вещь раз время день дни самый самая самое свой свои своего себя себе можно нужно надо вот там тут здесь более менее около лишь только даже именно сам сама сами один одна одно этого этом этой тех той ' +
		'約 一度 回 人 名 者 的 私 君 彼 年 月 日 話 事 物 間 後 前 中 時 側 方 ' +
		'была были было будет быть стал стала стали стало имел имела имели мог могла могли'
	).split(' '),
);

const byTerm = new Map<string, string[]>();
const runWords: (readonly [word: string, group: string])[] = [];
GROUPS.forEach((group, index) => {
	const name = `~${index}`;
	for (const word of group.split(' ')) {
		const folded = fold(word);
		if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(folded)) runWords.push([folded, name]);
		else
			for (const { term } of tokenise(folded)) {
				const known = byTerm.get(term);
				if (!known) byTerm.set(term, [name]);
				else if (!known.includes(name)) known.push(name);
			}
	}
});
runWords.sort((a, b) => b[0].length - a[0].length);

/** The same by deeper stems, so that each form of a verb is found by any. */
const byStem = new Map<string, Set<string>>();
const conceptByStem = new Map<string, string>();
const stemOf = (word: string) => (/[а-я]/u.test(word) ? deepStemRussian(word) : deepStemEnglish(word));
GROUPS.forEach((group, index) => {
	for (const word of group.split(' ')) {
		const folded = fold(word);
		if (!/^[a-zа-я]+$/u.test(folded)) continue;
		const stem = stemOf(folded);
		if (stem.length < 3) continue;
		const known = byStem.get(stem);
		if (known) known.add(`~${index}`);
		else byStem.set(stem, new Set([`~${index}`]));
		const concept = conceptOf(tokenise(folded)[0]!);
		if (concept) conceptByStem.set(stem, concept);
	}
});

/** The groups of a deeper stem. */
export const groupsOfStem = (stem: string): Iterable<string> => byStem.get(stem) ?? NONE;
/** The concept of a word of the search's lists that has this deeper stem, as far as the groups here name it too. */
export const conceptOfStem = (stem: string): string | undefined => conceptByStem.get(stem);

const NONE: readonly string[] = [];

/** The groups to which a word belongs, by its term. */
export function groupsOf(term: string): readonly string[] {
	return byTerm.get(term) ?? NONE;
}

/** Words of Han and kana that a folded text holds, with their groups, longest first; a part once taken is not taken again. */
export function runGroupsOf(folded: string): { readonly groups: readonly string[]; readonly word: string }[] {
	const found = new Map<string, string[]>();
	let rest = folded;
	let last = '';
	for (const [word, group] of runWords) {
		if (word === last) {
			found.get(word)?.push(group);
			continue;
		}
		last = '';
		if (!rest.includes(word)) continue;
		found.set(word, [group]);
		rest = rest.replaceAll(word, ' ');
		last = word;
	}
	return [...found].map(([word, groups]) => ({ groups, word }));
}
