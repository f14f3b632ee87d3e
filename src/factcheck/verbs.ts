/**
 * Whether some words hold a verb: “Poles and Georgians” say nothing, “and went home” do. By closed lists and endings, without a grammar;
 * rather a verb too many than one too few. For Japanese every text holds one: its parts are cut behind verbs.
 */

const words = (...lists: readonly string[]) => lists.flatMap((list) => list.split(' '));

/** Forms of verbs that no ending shows, and of which few are nouns or adjectives as often. */
const ENGLISH = new Set(
	words(
		'am is are was were be been being isnt arent wasnt werent has have had having hasnt havent hadnt do does did done doing dont doesnt didnt',
		'can could will would shall should may might must cant couldnt wont wouldnt shouldnt mustnt cannot gonna gotta wanna ain aint',
		'became become began begin begun beat bent bled blew blown broke broken brought built burnt bought came caught chose chosen clung come',
		'comes crept cut dealt dug drew drawn drank drove driven ate eaten fell fallen fed felt fled flew flown forbade forbidden forgot forgotten',
		'forgave forgiven fought found froze frozen gave given go goes gone got gotten grew grown hanged held hid hidden hit kept knelt knew known',
		'laid lay led left lent let lost made makes mean means meant met paid put puts quit ran read rode ridden rose risen said says sat saw seen',
		'sank sunk sunken sent set sets shook shaken shot shown shrank shut slain slept slew sold sought spent split spoke spoken spread sprang',
		'stole stolen stood struck stuck swam swore sworn swept swung taught think thought threw thrown told took taken tore torn understood upheld',
		'went win wins withdrew withdrawn withheld woke won wore worn wound wrote written overthrew overran undertook underwent',
		'give gives take takes get gets keep keeps say want wants wanted need needs know knows claim claims call calls own owns lose loses stay stays',
		'turn turns try tries tried leave leaves hold holds rule rules end ends ban bans serve serves sign signs belong belongs include includes',
		'remain remains consist consists contain contains exist exists agree agrees deny denies admit admits refuse refuses attack attacks invade',
		'invades die dies kill kills declare declares break breaks become becomes start starts begins cede cedes promise promises ask asks',
		'recognise recognises recognize recognizes demand demands return returns support supports regard regards consider considers',
	),
);
const ENGLISH_REGULAR = /^\p{L}{2,}(?:ed|ing)$/u;
/** Words with such an ending that are hardly ever verbs. */
const ENGLISH_OTHERS = new Set(
	words(
		'united hundred hundreds sacred wicked naked red bed need indeed beijing nanjing chongqing shandong king thing things nothing something',
		'anything everything during morning evening spring string ring wing sing peking building buildings being meeting landing killing armed',
		'allied combined so-called excluding including according following regarding concerning shed sled speed seed breed creed',
	),
);
const ENGLISH_PREFIX = /^(?:over|under|out|re|un|mis|fore|with|up)(?=\p{L}{3})/u;
const ENGLISH_SHORTENED = /(?:n['’]t|['’](?:re|ve|ll|d)|^(?:it|that|he|she|who|there|what|here)['’]s)$/u;

/** Endings of the past, of infinitives, of participles and of the present; many nouns end alike, and that does no harm. */
const RUSSIAN =
	/^(?:\p{L}+(?:[её]г|мог|стиг|верг|ник|[чл]ез|гиб|мер|н[её]с|в[её]з|рос|вык)|\p{L}{2,}(?:л|ла|ло|ли|лся|лась|лось|лись|[аиеяоуы]ть|ться|чь|чься|[аяиеёюу]т|[аяиеёюу]тся|[аеё]м|[аеия]шь|[аяе]н|[ае]на|[ае]но|[ае]ны|ёны|ята|яты|ято|[еёий]те|ся|ив|ав|вши|вшись))$/u;
const RUSSIAN_WORDS = new Set(
	words(
		'был была было были есть нет будет будут мог могла могли можно нельзя надо нужно должен должна должны шёл шел шла шли пришёл пришел вёл вел',
		'вели вела нёс нес погиб погибла умер умерла спас достиг возник привёл привел стал это является',
	),
);
/** Nouns of this trade that end like a verb. */
const RUSSIAN_OTHERS = new Set(
	words(
		'генерал адмирал маршал капитал урал байкал материал журнал сигнал сила силы стол село дело тыл флот совет солдат кабинет фронт акт пакт порт',
		'пункт протест эксперт мандат самолет самолёт миллион план капитан хан японцы японец мать смерть власть часть область опять пять десять весь',
		'здесь очень путь лет июнь июль октябрь август ноябрь сентябрь декабрь январь февраль апрель помощь ночь речь',
	),
);

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function isVerb(word: string): boolean {
	if (/\p{Script=Cyrillic}/u.test(word)) return RUSSIAN_WORDS.has(word) || (!RUSSIAN_OTHERS.has(word) && RUSSIAN.test(word));
	const bare = word.replaceAll(/['’]/gu, '');
	return (
		ENGLISH.has(bare) ||
		ENGLISH.has(bare.replace(ENGLISH_PREFIX, '')) ||
		ENGLISH_SHORTENED.test(word) ||
		(!ENGLISH_OTHERS.has(bare) && ENGLISH_REGULAR.test(bare))
	);
}

/** Whether a text may hold a verb. A name in capitals is none: “Reading”, “Mukden fed”. */
export function mayHoldVerb(text: string): boolean {
	if (CJK.test(text)) return true;
	return (text.normalize('NFKC').match(/\p{L}[\p{L}'’-]*/gu) ?? []).some(
		(word, place) => (place === 0 || !/^\p{Lu}\p{Ll}/u.test(word)) && isVerb(word.toLowerCase()),
	);
}
