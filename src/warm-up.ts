/**
 * Types into autocomplete after the start, while nobody asks anything, so that the first people who type find the tables
 * made, the entries read and the code compiled: what they would else wait for ten times as long as others. After that the check of messages
 * is loaded and reads a sentence; what it knows is not, for that takes 115 MB, and many a server never checks a message.
 */
import { performance } from 'node:perf_hooks';
import { allChoices } from './cards/finding.ts';
import type { Entry } from './dataset/schema.ts';
import { speakerOf } from './messages/index.ts';
import type { Caller, Program } from './program.ts';
import { prepareTables } from './search/prepare.ts';

/** From the end of the start, so that hosts that start much at once have done so. */
const AFTER_MILLISECONDS = 5_000;
/** At a stretch. What has begun is not broken off: the first of everything takes some ten milliseconds, once. */
const STRETCH_MILLISECONDS = 3;
const PAUSE_MILLISECONDS = 5;
/** Until it is looked again whether the program has nothing to do. */
const WAIT_MILLISECONDS = 50;
/** What a program does that has nothing to do: beats of the heart of its connection. */
const IDLE_SHARE = 0.1;

/** Options into which names of entries are typed. */
const LOOKUPS: ReadonlySet<string> = new Set(['query', 'question']);
/**
 * Entries that are typed in every language that they have a name in: some three seconds of work, after which Node has the code that answers
 * as fast as it ever will have it.
 */
const ENTRIES = 120;
/** Characters that have been typed. */
const LENGTH_MIN = 2;
const LENGTH_MAX = 14;
/** Nobody's. */
const ASKER: Caller['asker'] = {
	canSeePictures: false,
	displayName: '',
	front: 'terminal',
	isExternal: false,
	permissions: 0n,
	userId: '',
};

export interface WarmUpOptions {
	/** Loads what is to be done after that, a step at a time. */
	readonly afterwards?: () => Promise<Iterable<void>>;
	/** Whether the program did anything else since it was last asked; by how busy its thread was unless told otherwise. */
	readonly isIdle?: () => boolean;
}

/** Begins a while from now, and ends of itself; keeps no process from its end. What is returned breaks it off. */
export function warmUp(program: Program, { afterwards = loadCheck, isIdle = idleness() }: WarmUpOptions = {}): () => void {
	let rest: Iterator<void> = beginnings(program);
	let isLast = false;
	let isStopped = false;
	let timer: NodeJS.Timeout | undefined;
	const goOn = (milliseconds: number) => {
		timer = setTimeout(stretch, milliseconds).unref();
	};
	const stretch = () => {
		if (!isIdle()) return goOn(WAIT_MILLISECONDS);
		const until = performance.now() + STRETCH_MILLISECONDS;
		do if (rest.next().done) return isLast ? undefined : next();
		while (performance.now() < until);
		// So that the next look does not see what was done here.
		isIdle();
		goOn(PAUSE_MILLISECONDS);
	};
	const next = () => {
		isLast = true;
		// What cannot be loaded now is loaded when it is asked for, and tells then why it cannot.
		void afterwards().then(
			(steps) => {
				rest = steps[Symbol.iterator]();
				if (!isStopped) goOn(PAUSE_MILLISECONDS);
			},
			() => undefined,
		);
	};
	goOn(AFTER_MILLISECONDS);
	return () => {
		isStopped = true;
		clearTimeout(timer);
	};
}

async function loadCheck(): Promise<Iterable<void>> {
	const [{ prepareReading }] = await Promise.all([import('./factcheck/prepare.ts'), import('./cards/factcheck-answer.ts')]);
	return prepareReading();
}

/** Tells by how busy the thread was between two looks. */
function idleness(): () => boolean {
	let before = performance.eventLoopUtilization();
	return () => {
		const now = performance.eventLoopUtilization();
		const { utilization } = performance.eventLoopUtilization(now, before);
		before = now;
		return utilization <= IDLE_SHARE;
	};
}

/** Types one beginning after the other of the names that are asked for most, under every command that looks names up. */
function* beginnings({ commands, library, suggest }: Program): Generator<void, void> {
	const lookups = [...commands.values()].flatMap(({ name, options }) => {
		const option = Object.keys(options).find((it) => LOOKUPS.has(it));
		return option === undefined ? [] : { name, option };
	});
	yield* prepareTables();
	// Written once, here rather than at the first list that has it.
	for (const { written } of allChoices({ library, speaker: speakerOf('en') })) yield void written;
	let turn = 0;
	for (let limit = 1; limit <= ENTRIES; limit++) {
		// One more each time: an entry that is much written about takes long to read.
		const offered = library.finder.suggest('', { limit }).at(limit - 1);
		if (!offered) return;
		yield;
		for (const text of textsOf(offered.entry)) {
			for (let length = LENGTH_MIN; length <= Math.min(text.length, LENGTH_MAX); length++) {
				const lookup = lookups[turn++ % lookups.length];
				if (lookup) suggest({ args: {}, ...lookup, text: text.slice(0, length), type: 'suggest' }, { asker: ASKER, language: 'en' });
				yield;
			}
		}
	}
}

/**
 * What people type who look for the entry: its names, its date, a question; and what begins no name as a rule, which is looked up in another
 * way: the last word first, and two letters in the place of each other.
 */
function textsOf(entry: Entry): string[] {
	const { date = '' } = ('when' in entry && entry.when) || ('signed' in entry && entry.signed) || {};
	const names = Object.values(entry.name);
	const asked = 'asks' in entry && entry.asks ? Object.values(entry.asks) : [];
	return [
		...new Set([
			...names,
			...names.map((name) => name.split(' ').reverse().join(' ')),
			...names.map((name) => name.replace(/^(.)(.)(.)/u, '$1$3$2')),
			...asked,
			...(/^\d{4}/.test(date) ? [date, `${date.slice(0, 4)} ${entry.name.en}`] : []),
		]),
	];
}
