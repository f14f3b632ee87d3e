/** Signs that a sentence claims nothing of history: greetings, plans, tastes, games, requests, what the writer did today. */

const start = (...list: readonly string[]) =>
	new RegExp(
		`^(?:(?:and|but|so|ok|okay|well|anyway|also|lol|lmao|ngl|tbh|btw|yeah|no|ну|а|и|но|да|кстати)[ ,.]+)*(?:${list.join('|')})(?![\\p{L}\\p{N}])`,
		'iu',
	);

/** What is said to somebody there, and of nothing else. */
const ADDRESSING = [
	"let(?:[’']?s| me| us)",
	'can (?:we|you|someone|anyone|i)',
	'could (?:we|you|someone)',
	'please',
	'pls',
	'plz',
	'thanks?',
	'thx',
	'happy (?:birthday|monday|friday|new year|holidays|easter)',
	'good (?:morning|night|evening)',
	'congrat\\w*',
	'welcome',
	'check (?:out|this|my)',
	'anyone',
	'anybody',
	'does anyone',
	'has anyone',
	"who(?:'s|’s| is) (?:up|in|down|coming)",
	'mods?',
	'you (?:guys|should|need|all|owe|lot|people)',
	"you(?:'re|’re| are)",
	'brb',
	'gtg',
	'давай[а-яё]*',
	'пожалуйста',
	'спасибо',
	'привет[а-яё]*',
	'доброе утро',
	'добрый (?:день|вечер)',
	'ребят[а-яё]*',
	'народ',
	'кто-нибудь',
	'вы все',
	'с дн[её]м рождения',
];
const ADDRESS = start(...ADDRESSING);

/** Whether a clause speaks to somebody there: “you owe me a ramen”, “can someone unmute me”. */
export const isAddress = (clause: string): boolean => ADDRESS.test(clause);

/** The writer and the reader of the message, what they do, want and feel. */
const PERSONAL = [
	start(
		...ADDRESSING,
		"i(?:'m|’m| am)? (?!(?:fairly |pretty |quite |almost |very |absolutely |100% )?(?:sure|certain|convinced|positive)(?! if)|think|believe|heard|read that|guess|suppose|know|say|bet|mean|remember|maintain|insist|swear|tell|told)\\p{L}+",
		'my',
		'we (?:should|need|could|can|are going|will|have to|must)',
		"we[’']re",
		'happy',
		'go (?:read|watch|look)',
		'read (?:the|a|my|this|up)',
		'watch',
		'look (?:at|up)',
		'see (?:the|my|page)',
		'rate',
		'just (?:got|finished|watched|read|bought|saw)',
		'imagine',
		'in my (?:game|opinion|campaign|save|view)',
		'is it just me',
		'я (?!думаю|считаю|слышал[а-яё]?|читал[а-яё]?|знаю|помню|уверен[а-яё]?)\\p{L}+',
		'мне',
		'мой',
		'моя',
		'мы (?:должны|можем|будем|пойд[а-яё]+)',
		'доброе',
		'добрый',
		'почитай[а-яё]*',
		'посмотри[а-яё]*',
		'ты',
		'вы',
	),
	/(?<!\p{L})(?:my|our|his|her) (?:own )?(?:dad|mom|mum|father|mother|grand\w+|great-grand\w+|uncle|aunt|wife|husband|brother|sister|son|daughter|cat|dog|boss|birthday|family|friend|gran|nan)(?:['’]s)? (?:was|is|were|got|had|has|lives?|lived|served|worked|moved|married|turned|fought|came|went|and|birthday)(?!\p{L})/iu,
	/(?<!\p{L})(?:(?:our|my|your) (?:base|server|guild|clan|team|raid|castle|channel|group|game)|this (?:server|channel|chat|game|thread|guild))(?!\p{L})/iu,
	/(?:ください|下さい|ましょう|おはよう|こんにちは|こんばんは|ありがとう|お疲れ|よろしく|たい(?:です|な|ね)?|おすすめ|オススメ|旅行|楽しみ|面白かった|美味し|写真)[\p{Script=Hiragana}ー!！。、w〜~]*$/u,
];
/** News of these days, where no year is named. */
const NEWS =
	/^(?!.*(?<!\d)(?:1[5-9]|20)\d\d(?!\d)).*(?<!\p{L})(?:today|yesterday|tonight|tomorrow|this (?:week|month|morning|weekend|season)|last (?:week|night|month|year|quarter|season)|next (?:week|month|year)|right now|сегодня|вчера|завтра|на этой неделе|в прошлом году|今日|昨日|明日|来週|今週)(?!\p{L})/iu;
/** Games, films and books in which things happen that no source speaks of. */
const PLAYED =
	/(?<!\p{L})(?:hearts of iron|hoi ?4|hoi4|civ(?:ilization)? ?\d*|eu4|total war|company of heroes|world of tanks|war thunder|my (?:civ|game|run|save|campaign|playthrough|thesis|essay|homework|exam)|anime|manga|netflix|documentary|podcast|movie|trailer|episode|season finale|fanfic|speedrun|dlc|ranked|playthrough|museum|exhibition|book club|lecture|syllabus|seminar|cosplay|boardgame|board game|wargame|alternate history|alt-?history|what if|novel|fiction|reenact\w+|игр[аеуы]|игра(?:ю|л[а-яё]?)|фильм[а-яё]*|сериал[а-яё]*|документалк[а-яё]+|музе[а-яё]+|роман[а-яё]?|ゲーム|アニメ|映画|ドラマ|漫画|小説|博物館|ドキュメンタリー)(?!\p{L})/iu;
/** A wish, an order or an open condition asserts nothing; what would have been without what was, does. */
const UNREAL =
	/^(?:if (?!not for|it (?:had|were)n|japan had|the \p{L}+ had|stalin had|russia had|germany had)|imagine|suppose|what if|unless|hope|hopefully|wish|если (?!бы)|пусть|вот бы|もし)(?:\p{L}*)|(?<!\p{L})(?:i would have|you would have|i wish|could have been|should have|хотел[а-яё]? бы|надо было бы)(?!\p{L})/iu;

/** The place where it is said, and what people do there. */
const CHAT =
	/#[\p{L}\d_-]{2,}|\b(?:threads?|channels?|servers?|discord|pinned|pins?|dms?|mods?|moderators?|admins?|emo(?:te|ji)s?|reacts?|posts?|posted|repost|reading group|book club|study (?:group|session)|meetings?|meetup|voice chat|vc|stream|streaming|poll|screenshot|wiki|link|upload\w*|spoilers?|tonight|tomorrow|next week|this (?:week|weekend|evening)|o['’]clock|deadline|homework|essay|thesis|exam|slides|playlist|podcast|episode|trailer|tickets?|museum)\b|(?<!\p{L})(?:тред|ветк[а-яё]+|канал[а-яё]*|сервер[а-яё]*|чат[а-яё]*|закреп[а-яё]+|мод[а-яё]{0,2}|модератор[а-яё]*|админ[а-яё]*|пост[а-яё]{0,2}|скрин[а-яё]*|ссылк[а-яё]+|завтра|сегодня вечером|встреч[а-яё]+|созвон[а-яё]*|стрим[а-яё]*|эссе|экзамен[а-яё]*|реферат[а-яё]*|серия|сериал[а-яё]*|музе[а-яё]+|билет[а-яё]*)(?!\p{L})|スレ|チャンネル|サーバー|ピン留め|鯖|モデレ|管理人|投稿|リンク|明日|今夜|今週|来週|読書会|勉強会|オフ会|配信|レポート|試験|卒論|博物館|チケット|次回|参加/iu;

/** The signs of talk that a sentence bears. Each is weighed like other evidence: people also claim things by the way. */
export interface Talk {
	readonly chat: boolean;
	readonly news: boolean;
	readonly personal: boolean;
	readonly played: boolean;
	readonly unreal: boolean;
}

export function talkIn(sentence: string): Talk {
	return {
		chat: CHAT.test(sentence),
		news: NEWS.test(sentence),
		personal: PERSONAL.some((pattern) => pattern.test(sentence)),
		played: PLAYED.test(sentence),
		unreal: UNREAL.test(sentence),
	};
}
