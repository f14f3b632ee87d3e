/** For whom a clause says that somebody acted: “Witte signed for Japan”, “the Soviet minister Matsuoka”. */
import type { PersonEntry } from '../dataset/schema.ts';
import { actorsOf, actorsOfKnown } from './actors.ts';
import type { Reading } from './reading.ts';

const FOR =
	/(?<!\p{L})(?:for|on behalf of|representing|represented|led|headed|от(?: имени)?|за|представля[а-яё]+)\s+(?:the\s+)?(?<state>\p{L}+)/giu;
const OFFICE =
	/(?<state>\p{L}+)(?:['’]s)?\s+(?:(?:foreign|prime|war|navy|finance|first|deputy|acting|chief|plenipotentiary)\s+){0,2}(?:ministers?|premiers?|commanders?|generals?|marshals?|envoys?|diplomats?|ambassadors?|delegates?|negotiators?|admirals?|leaders?|presidents?|министр[а-яё]*|генерал[а-яё]*|посол|посл[а-яё]*|маршал[а-яё]*|делегат[а-яё]*|адмирал[а-яё]*|командующ[а-яё]*)/giu;
const SIDE =
	/(?<state>日本|ソ連|ロシア|中国|米国|アメリカ|英国|ドイツ|モンゴル)(?:側|代表|を代表|の全権|全権|の外相|外相|の司令官|の将軍|の首相|首相)/gu;
/** Letters between an office and the name of who holds it. */
const NEAR = 40;

const spans = (text: string) =>
	[FOR, OFFICE, SIDE].flatMap((pattern) =>
		[...text.matchAll(pattern)].flatMap((match) => {
			const [state] = actorsOf(match.groups!.state!);
			return state === undefined ? [] : [{ from: match.index, state, to: match.index + match[0].length }];
		}),
	);

/** 1 where everybody acts for their own state, −1 where somebody does not, 0 where nothing is said of that. */
export function allegianceIn({ slots, stance }: Reading, personOf: (id: string) => PersonEntry | undefined): -1 | 0 | 1 {
	const text = stance.text.normalize('NFKC').toLowerCase();
	const named = slots.flatMap(({ inherited, slot }) => {
		const person = inherited ? undefined : slot.names.map(personOf).find((entry) => entry !== undefined);
		const at = person ? text.indexOf(slot.text) : -1;
		return person && at >= 0 ? [{ at, states: actorsOfKnown(person.country) }] : [];
	});
	if (named.length === 0) return 0;
	let found: -1 | 0 | 1 = 0;
	for (const { from, state, to } of spans(text)) {
		const distance = (at: number) => (at < from ? from - at : Math.max(0, at - to));
		const [nearest] = named
			.filter(({ at, states }) => states.length > 0 && distance(at) <= NEAR)
			.sort((a, b) => distance(a.at) - distance(b.at));
		if (!nearest) continue;
		if (!nearest.states.includes(state)) return -1;
		found = 1;
	}
	return found;
}
