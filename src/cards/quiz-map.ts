/** The map on which a place is asked for, where its pins can be told apart and pictures can be seen. */
import type { APIEmbed } from 'discord-api-types/v10';
import type { Context, MessageJson } from '../answer.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Question } from '../quiz/question.ts';
import { clip, FILE_DESCRIPTION_MAX } from './limits.ts';
import { plain } from './markdown.ts';
import { nameOf } from './names.ts';
import type { Coordinates } from './pictures/drawing.ts';
import { canBeToldApart } from './pictures/frame.ts';

export interface Shown extends Pick<Context, 'library' | 'speaker'> {
	/** Without pictures: they cannot be attached, drawn or seen. */
	readonly inWords?: boolean;
}

interface Place extends Coordinates {
	readonly id: string;
	readonly letter: string;
	readonly name: string;
	/** Where it lies, in words. */
	readonly words: string;
}

const NAME = 'map.png';
/** The end of the id of a question that asks where something lies. */
const WHERE = '.where';

/** The places that the pins of a question stand for, by the letters of its choices; `undefined` where it has no map. */
export function pinnedPlaces({ id, kind, task }: Question, dataset: Pick<Dataset, 'get'>): readonly Coordinates[] | undefined {
	if (kind !== 'map' || task.type !== 'choice' || !id.endsWith(WHERE)) return undefined;
	const places = task.choices.flatMap(({ means }) => {
		const place = 'entry' in means ? dataset.get(means.entry) : undefined;
		return place?.kind === 'place' ? [place.coordinates] : [];
	});
	return places.length === task.choices.length && canBeToldApart(places) ? places : undefined;
}

function placesOf(question: Question, { inWords = false, library: { dataset }, speaker }: Shown): Place[] | undefined {
	const pinned = inWords ? undefined : pinnedPlaces(question, dataset);
	if (!pinned || question.task.type !== 'choice') return undefined;
	return question.task.choices.map(({ id, means, text }, index) => ({
		id,
		lat: pinned[index]!.lat,
		letter: id.toUpperCase(),
		lon: pinned[index]!.lon,
		name: 'entry' in means ? nameOf(dataset.get(means.entry)!.name, speaker) : '',
		words: text,
	}));
}

export const hasMap = (question: Question, shown: Shown): boolean => placesOf(question, shown) !== undefined;

/** The map with its words, for an embed and the message around it; with `reveals`, which pin is which. */
export function mapOf(
	question: Question,
	shown: Shown,
	{ reveals = false } = {},
): { embed: Pick<APIEmbed, 'image'>; message: Pick<MessageJson, 'drawings'> } {
	const places = placesOf(question, shown);
	if (!places || question.task.type !== 'choice') return { embed: {}, message: {} };
	const { speaker } = shown;
	const { key } = question.task;
	const pins = places.map(({ letter, name, words }) =>
		reveals ? speaker.say('map.alt-pin-named', { at: words, letter, name }) : speaker.say('map.alt-pin', { at: words, letter }),
	);
	return {
		embed: { image: { url: `attachment://${NAME}` } },
		message: {
			drawings: [
				{
					description: clip(speaker.say('map.alt', { pins: pins.join(' ') }), FILE_DESCRIPTION_MAX),
					drawing: {
						language: speaker.language,
						pins: places.map(({ id, lat, letter, lon }) => ({ ...(reveals ? { isRight: id === key } : {}), lat, letter, lon })),
						type: 'map',
					},
					name: NAME,
				},
			],
		},
	};
}

/** The place that a choice stood for, where it lies, for afterwards; `undefined` where a question asks for something else. */
export function placeWords({ id, kind, task }: Question, choiceId: string | undefined, { library, speaker }: Shown): string | undefined {
	const choice = kind === 'map' && task.type === 'choice' && id.endsWith(WHERE) ? task.choices.find((it) => it.id === choiceId) : undefined;
	const place = choice && 'entry' in choice.means ? library.dataset.get(choice.means.entry) : undefined;
	return place && choice && speaker.say('map.place', { at: plain(choice.text), name: plain(nameOf(place.name, speaker)) });
}

/** Which pin is which, in a line; none where there is no map. */
export function pinNames(question: Question, shown: Shown): string[] {
	const places = placesOf(question, shown);
	return places ? [places.map(({ letter, name }) => shown.speaker.say('map.pin-named', { letter, name: plain(name) })).join(' · ')] : [];
}

/** A card with its pictures drawn, for somebody who can see them; in words for anybody else. */
export function illustrated(
	cardFor: (shown: Shown) => MessageJson,
	{ asker, library, pictures, speaker }: Pick<Context, 'asker' | 'library' | 'pictures' | 'speaker'>,
): Promise<MessageJson> {
	const inWords = () => cardFor({ inWords: true, library, speaker });
	return asker.canSeePictures ? pictures.develop(cardFor({ library, speaker }), inWords) : Promise.resolve(inWords());
}
