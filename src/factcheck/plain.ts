/**
 * What the writer of a message asserts in their own words. Code, quoted lines, spoilers, struck-out words, links,
 * mentions and emoji are set aside: they are somebody else's words, or none.
 */

import { MESSAGE_MAX_LENGTH } from '../message-length.ts';
import { hasWords } from './sentences.ts';

const FENCED = /```[^]*?```/g;
const INLINE_CODE = /``[^`\n]+``|`[^`\n]+`/g;
const SPOILER = /\|\|[^|]*\|\|/g;
const STRUCK = /~~[^~]*~~/g;
const QUOTED_REST = /^>>> [^]*/m;
/** “>60k died” is a number. */
const QUOTED_LINE = /^[ \t]*>(?!\d)[ \t]?.*$/gm;
/** 「…」とか言ってる人がいる: words that the writer puts into somebody else's mouth. */
const RUMOURED =
	/[「『“"][^」』”"\n]{1,300}[」』”"](?:とか|なんて|などと?)(?:言|主張|ほざ)(?!.*(?:嘘|うそ|ウソ|違|デマ|誤|ない|正し))[^。!?！？\n]{0,14}[るた](?:[よなねわw笑草]|けど)*(?=[。!?！？\n]|$)/gu;
/** What is quoted besides people: “the teacher’s slide says: …”. */
const WRITTEN = String.raw`(?:(?:the|an?|our|his|her|their|this|that|some|one) )(?:[\p{L}'’-]+ ){0,2}(?:slide|caption|plaque|poster|sign|(?:text)?book|article|video|documentary|podcast|thread|post|comment|tweet|meme|page|website|essay|handout|worksheet|leaflet|headline|teacher|professor|narrator|author|guide)`;
/** He said “…”, «…» — говорит он: words of somebody else, who is not named. */
const SOMEBODY = String.raw`(?:he|she|they|some(?:one|body)|people|(?:this|that|some) (?:guy|dude|man|person|user)|my \p{L}+(?: \p{L}+)?|${WRITTEN}|он[аи]?|кто-то|люди)`;
const SAYS = String.raw`(?:(?:just|also|once|always|even|keeps?) )?(?:said|says|say|saying|wrote|writes|claimed|claims|claim|told (?:me|us)|posted|was like|reads|read|goes|states?|stated|сказал[а-яё]?|говор[ия]\p{L}+|написал[а-яё]?|пишет|утвержда[а-яё]+)`;
const QUOTED = String.raw`["“«][^"”»\n]{8,300}["”»]`;
const REPORTED = new RegExp(
	String.raw`(?<!\p{L})${SOMEBODY} ${SAYS}[,:]? ?${QUOTED}|${QUOTED},? ?(?:[–—-] ?)?(?:${SOMEBODY} ${SAYS}|${SAYS} ${SOMEBODY})(?!\p{L})`,
	'giu',
);
const NAMED_LINK = /\[([^\]\n]{1,300})\]\(<?https?:[^)\s]*\)/g;
const ADDRESS = /<?(?:https?:\/\/|www\.)[^\s<>]+>?/gi;
/** Users, roles, channels, custom emoji, timestamps and slash commands, as Discord writes them. */
const DISCORD_TOKEN = /<(?:@[!&]?|#|a?:\w{1,40}:|t:|\/[\w -]{1,60}:|id:)[\w:-]{1,40}>/g;
const PING = /@(?:everyone|here)\b/g;
const SHORTCODE = /:[a-z][a-z0-9_+-]{1,30}:/g;
const PICTOGRAPH = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u{1F3FB}-\u{1F3FF}\u20E3\uFE0F\u200D]+/gu;
/** “… in 1924 🔥🔥 Kolchak …”: many set a picture where a full stop would be. */
const PARTING =
	/(?<=[\p{L}\p{N}]{2} ?)(?<!(?<!\p{L})(?:not|не|the|a|an|to|of|in|on|by|and|but|or|и|а|но|в|на|с) ?)(?:\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}\uFE0F\u200D]*)+\s+(?=\p{Lu}\p{Ll})/gu;
const LINE_MARK = /^[ \t]*(?:-#|#{1,3}|[-*+•]|[(（]?\d{1,2}[.)）])[ \t]+/gm;
const EMPHASIS = /\*{1,3}|__|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const INVISIBLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\p{Co}\p{Cs}]/gu;

/** What a message quotes, without the marks of quotation: what its own words answer. */
export function quotedText(message: string): string {
	const quoted = message.slice(0, MESSAGE_MAX_LENGTH).replace(/\r\n?/g, '\n').match(QUOTED_LINE) ?? [];
	return assertedText(quoted.map((line) => line.replace(/^[ \t]*>+[ \t]?/, '')).join('\n'));
}

/** Whether words stand beyond what is read of a message. */
export const isBeyondReading = (message: string): boolean => hasWords(message.slice(MESSAGE_MAX_LENGTH));

/** The asserted words of a message, line by line; never longer than what was given, and never longer than Discord's longest. */
export function assertedText(message: string): string {
	return message
		.slice(0, MESSAGE_MAX_LENGTH)
		.replace(/\r\n?/g, '\n')
		.replace(FENCED, '\n')
		.replace(INLINE_CODE, ' ')
		.replace(QUOTED_REST, '')
		.replace(QUOTED_LINE, '')
		.replace(SPOILER, ' ')
		.replace(STRUCK, ' ')
		.replace(RUMOURED, ' ')
		.replace(REPORTED, ' ')
		.replace(NAMED_LINK, '$1')
		.replace(ADDRESS, ' ')
		.replace(DISCORD_TOKEN, ' ')
		.replace(PING, ' ')
		.replace(SHORTCODE, ' ')
		.replace(PARTING, '\n')
		.replace(PICTOGRAPH, ' ')
		.replace(LINE_MARK, '')
		.replace(EMPHASIS, '')
		.replace(INVISIBLE, '')
		.replace(/\|\|/g, ' ');
}
