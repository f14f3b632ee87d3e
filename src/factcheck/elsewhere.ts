/**
 * Names of history and life that this dataset does not hold. A sentence that names one is about that, however many of its other words
 * (war, pact, killed, Soviet) are ours; an entry that speaks of the name itself is not held back.
 */
import type { Topic } from '../dataset/schema.ts';
import { fold } from '../search/fold.ts';
import { namesOf, textsOf } from '../search/names.ts';
import { deepStemEnglish, deepStemRussian } from './stems.ts';

const NAMES =
	'greece italy italian spain portugal portuguese sweden swedish norway norwegian denmark danish belgium belgian switzerland swiss austria austrian romania romanian bulgaria bulgarian brazil argentina mexico mexican canada canadian australia australian indonesia philippines singapore malaysia thailand cambodia laos nepal africa african nigeria kenya ethiopia congo rwanda morocco algeria tunisia libya texas california dallas chicago boston madrid barcelona lisbon milan vienna dresden hamburg munich nuremberg cologne sicily mediterranean rommel patton montgomery goering goebbels himmler eichmann franco tito nehru mandela castro guevara nixon reagan thatcher covid apollo tatar tatars romanov romanovs alamos nuremberg rasputin bismarck wehrmacht luftwaffe panzer gestapo reichstag jews jewish-holocaust bastogne ardennes arnhem tobruk alamein dieppe crete malta gibraltar boer zulu apache comanche sioux mormon puritan mayflower jefferson hamilton roosevelt-teddy-bear tordesillas maastricht lissabon vietnam vietnamese saigon hanoi vietcong napoleon waterloo austerlitz borodino stalingrad leningrad kursk normandy dunkirk auschwitz holocaust hitlerjugend blitz gettysburg lincoln confederate confederacy caesar rome roman romans byzantium byzantine ottoman ottomans crusade crusades crusader persia persian persians sparta spartans athens greek greeks macedon egypt egyptian pharaoh pyramid pyramids aztec aztecs inca incas maya columbus cortes conquistador versailles bastille robespierre verdun somme gallipoli ypres passchendaele jutland lusitania titanic afghanistan afghan kabul iraq iraqi iran iranian baghdad kuwait syria syrian libya gaddafi israel israeli palestine palestinian gaza hamas egyptian suez algeria algerian kenya rwanda rwandan hutu tutsi congo cambodia khmer pol laos thailand burma malaya singapore philippines bataan luzon indonesia india gandhi pakistan bangladesh tibet kashmir cuba cuban castro guevara falklands argentina argentine chile pinochet brazil mexico panama nicaragua kosovo serbia serbian bosnia srebrenica yugoslavia croatia franco spain spanish guernica portugal armada mussolini italy italian ethiopia abyssinia warsaw ghetto barbarossa finland finnish hungary hungarian prague czechoslovakia munich chernobyl sputnik gagarin kennedy nixon reagan watergate thatcher ireland irish ira scotland scottish viking vikings hastings agincourt tudor genghis kublai tamerlane timur mughal taiping opium holodomor kulikovo poltava narva pugachev decembrist crimean sevastopol balaclava chechnya chechen grozny sekigahara nobunaga hideyoshi ieyasu honnoji genpei kamakura okinawa iwo jima iwojima saipan bataan ' +
	'barcelona madrid liverpool chelsea arsenal lakers celtics nba nfl fifa uefa messi ronaldo spartak zenit dota minecraft fortnite valorant genshin pokemon zelda mario bitcoin crypto ethereum tesla iphone android linux javascript typescript ' +
	'вьетнам вьетнамский наполеон ватерлоо аустерлиц бородино сталинград ленинград курск нормандия освенцим холокост рим римский цезарь спарта афины египет афганистан афганский ирак иран сирия израиль палестина куба карибский югославия сербия косово босния испания италия муссолини эфиопия финляндия финский венгрия чехословакия прага мюнхен чернобыль гагарин кеннеди индия пакистан викинги крестовый тамерлан чингисхан куликовский куликово полтава нарва грозный пугачёв декабрист севастополь чечня чеченский спартак зенит цска дота майнкрафт барбаросса';
const RUNS =
	'ベトナム ナポレオン ワーテルロー スターリングラード ノルマンディー アウシュビッツ ホロコースト ローマ カエサル エジプト アフガニスタン アフガン イラク イラン シリア イスラエル パレスチナ キューバ 関ヶ原 関ケ原 本能寺 信長 秀吉 家康 応仁の乱 桶狭間 鎌倉 源平 元寇 戊辰 西南戦争 明治維新 沖縄戦 硫黄島 サイパン インパール 巨人 阪神 野球 サッカー 大谷 ポケモン マリオ アポロ ケネディ 十字軍 フランス革命 朝鮮戦争 ノーベル賞 大戦は1939年 日系人 アヘン戦争 太平天国 赤壁 三国志 チンギス'
		.split(' ')
		.map(fold);

const stemOf = (word: string) => (/[а-я]/u.test(word) ? deepStemRussian(word) : deepStemEnglish(word));
const stems = new Set(
	NAMES.split(' ')
		.filter(Boolean)
		.map((name) => stemOf(fold(name))),
);

/** Whether a folded word names something elsewhere. */
export const isElsewhere = (word: string): boolean => word.length > 2 && stems.has(stemOf(word));

/** Names of several words, none of which is elsewhere by itself. */
const PHRASES = new RegExp(
	String.raw`(?<!\p{L})(?:${[
		'(?:american|english|spanish|greek|roman|irish|finnish) civil war',
		'(?:american|french|industrial) revolution',
		"(?:crimean|gulf|korean|opium|winter|(?:hundred|thirty) years['’]?) war",
		'(?:treaty|peace) of (?:aigun|brest|ghent|kyakhta|lausanne|nanking|nanjing|nerchinsk|shimonoseki|tientsin|tilsit|tordesillas|trianon|utrecht|westphalia)',
		'berlin wall|(?:battle|fall) of berlin|d-day landings?|fort ross|league of nations|nuremberg trials?|operation barbarossa',
		'(?:champions|premier) league|great fire|nobel (?:peace )?prize|super bowl|world cup',
		'(?:корейск|опиумн|крымск|зимн|столетн)[а-яё]+ войн[а-яё]+|(?:американск|французск)[а-яё]+ революци[а-яё]+',
		'гражданск[а-яё]+ войн[а-яё]+ в (?:сша|испании)|лиг[а-яё] чемпионов|чемпионат[а-яё]* мира',
	].join('|')})(?!\p{L})`,
	'iu',
);

/** What a text names, in several words, that is elsewhere; `undefined` for nothing. */
export const phraseElsewhere = (text: string): string | undefined => PHRASES.exec(text)?.[0].toLowerCase();

const texts = new WeakMap<Topic, string>();

/** Whether an entry speaks of what such words name. */
export function speaksOfPhrase(entry: Topic, phrase: string): boolean {
	let text = texts.get(entry);
	if (text === undefined) {
		text = [...namesOf(entry), ...textsOf(entry)]
			.map((one) => one.text)
			.join('\n')
			.toLowerCase();
		texts.set(entry, text);
	}
	return text.includes(phrase);
}

/** Names of elsewhere in a folded text of Han and kana. */
export const elsewhereIn = (folded: string): string[] => RUNS.filter((run) => folded.includes(run));
