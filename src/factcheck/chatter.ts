/** Sentences that claim nothing of history: greetings, plans, tastes, games, requests, what the writer did today. */

const start = (...list: readonly string[]) =>
	new RegExp(
		`^(?:(?:and|but|so|ok|okay|well|anyway|also|lol|lmao|ngl|tbh|btw|yeah|no|ну|а|и|но|да|кстати)[ ,.]+)*(?:${list.join('|')})(?![\\p{L}\\p{N}])`,
		'iu',
	);

/** The writer and the reader of the message, what they do, want and feel. */
const PERSONAL = [
	start(
		"i(?:'m|’m| am)? (?!think|believe|heard|read that|guess|suppose|know|say|bet|mean|remember|maintain|insist|swear|tell|told)\\p{L}+",
		'my',
		'we (?:should|need|could|can|are going|will|have to|must)',
		"we[’']re",
		"let(?:[’']?s| me| us)",
		'can (?:we|you|someone|anyone|i)',
		'could (?:we|you|someone)',
		'please',
		'pls',
		'plz',
		'thanks?',
		'thx',
		'happy',
		'good (?:morning|night|evening)',
		'congrat\\p{L}*',
		'welcome',
		'check (?:out|this|my)',
		'go (?:read|watch|look)',
		'read (?:the|a|my|this|up)',
		'watch',
		'look (?:at|up)',
		'see (?:the|my|page)',
		'anyone',
		'anybody',
		'does anyone',
		'has anyone',
		"who(?:'s|’s| is) (?:up|in|down|coming)",
		'mods?',
		'rate',
		'just (?:got|finished|watched|read|bought|saw)',
		'you (?:guys|should|need|all)',
		"you(?:'re|’re| are)",
		'imagine',
		'in my (?:game|opinion|campaign|save|view)',
		'is it just me',
		'я (?!думаю|считаю|слышал\\p{L}?|читал\\p{L}?|знаю|помню|уверен\\p{L}?)\\p{L}+',
		'мне',
		'мой',
		'моя',
		'мы (?:должны|можем|будем|пойд\\p{L}+)',
		'давай\\p{L}*',
		'пожалуйста',
		'спасибо',
		'привет',
		'доброе',
		'добрый',
		'ребят\\p{L}*',
		'кто-нибудь',
		'почитай\\p{L}*',
		'посмотри\\p{L}*',
		'вы все',
		'ты',
		'вы',
	),
	/(?:ください|下さい|ましょう|おはよう|こんにちは|こんばんは|ありがとう|お疲れ|よろしく|たい(?:です|な|ね)?|おすすめ|オススメ|旅行|楽しみ|面白かった|美味し|写真)[\p{Script=Hiragana}ー!！。、w〜~]*$/u,
];
/** Games, films and books in which things happen that no source speaks of. */
const PLAYED =
	/(?<!\p{L})(?:hearts of iron|hoi ?4|hoi4|civ(?:ilization)? ?\d*|eu4|total war|company of heroes|world of tanks|war thunder|my (?:civ|game|run|save|campaign|playthrough|thesis|essay|homework|exam)|anime|manga|netflix|documentary|podcast|movie|trailer|episode|season finale|fanfic|speedrun|dlc|ranked|playthrough|museum|exhibition|book club|lecture|syllabus|seminar|cosplay|boardgame|board game|wargame|alternate history|alt-?history|what if|novel|fiction|reenact\p{L}+|игр[аеуы]|игра(?:ю|л\p{L}?)|фильм\p{L}*|сериал\p{L}*|документалк\p{L}+|музе\p{L}+|роман\p{L}?|ゲーム|アニメ|映画|ドラマ|漫画|小説|博物館|ドキュメンタリー)(?!\p{L})/iu;
/** A wish, an order or a condition asserts nothing. */
const UNREAL =
	/^(?:if|imagine|suppose|what if|unless|hope|hopefully|wish|если|пусть|вот бы|もし)(?!\p{L})|(?<!\p{L})(?:would have|would've|could have been|should have|если бы|бы)(?!\p{L})/iu;

/** Whether a sentence is talk: nothing in it is put forward as having been so. */
function isChatter(sentence: string): boolean {
	return PERSONAL.some((pattern) => pattern.test(sentence)) || PLAYED.test(sentence) || UNREAL.test(sentence);
}

/** The part of a sentence that may claim something: all of it, what follows talk and a colon, or nothing. */
export function spokenPart(sentence: string): string | undefined {
	if (!isChatter(sentence)) return sentence;
	const colon = /[:：]\s+/u.exec(sentence);
	const rest = colon ? sentence.slice(colon.index + colon[0].length) : '';
	return rest.length > 8 && !isChatter(rest) && !PLAYED.test(sentence) ? rest : undefined;
}
