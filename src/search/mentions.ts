/** What chat programs write for people, places and pictures: it says nothing of history, whatever its words and numbers are. */

/** Users, roles, channels, custom emoji, timestamps and slash commands. */
const TOKEN = /<(?:@[!&]?|#|a?:\w{1,40}:|t:|\/[\p{L}\p{N} _-]{1,100}:|id:)[\w:-]{1,40}>/gu;
const PING = /(?<![\p{L}\p{N}])@(?:everyone|here)(?![\p{L}\p{N}])/gu;

/** The text without them. */
export function withoutMentions(text: string): string {
	return text.includes('<') ? text.replace(TOKEN, ' ') : text;
}

/** The text without what calls everybody. */
export function withoutPings(text: string): string {
	return text.includes('@') ? text.replace(PING, ' ') : text;
}
