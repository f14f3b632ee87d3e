/** Where one types: a line as in Discord, with the commands and their suggestions above it. */
import type { CommandJson, OptionJson } from '../wire.ts';
import type { Api } from './api.ts';
import { h, ICONS, icon, uniqueId } from './dom.ts';
import {
	type Asked,
	isLong,
	type Line,
	namesOf,
	type Picks,
	type Problem,
	readLine,
	readRequest,
	replaceSegment,
	type Segment,
	segmentAt,
} from './line.ts';
import { createSuggestions, type Suggestion } from './suggestions.ts';
import type { Words } from './words.ts';

/** Typing is waited for this long before the server is asked. */
const DEBOUNCE_MILLISECONDS = 90;
/** More than any command takes: which option is too long, and by how much, is said of each. */
const LINE_MAX_LENGTH = 12_000;
const RECALLED_MAX = 50;

export interface ComposerOptions {
	readonly announce: (what: string) => void;
	readonly api: Api;
	readonly ask: (asked: Asked, text: string) => void;
	readonly commands: readonly CommandJson[];
	readonly words: Words;
}

export interface Composer {
	readonly element: HTMLElement;
	focus(): void;
	/** Does what typing the line and sending it does. */
	run(line: string): void;
}

interface Sent {
	readonly line: string;
	readonly picks: Picks;
}

export function createComposer({ announce, api, ask, commands, words }: ComposerOptions): Composer {
	const hint = h('div', { class: 'composer-hint', id: uniqueId('hint') });
	const problem = h('div', { class: 'composer-problem', role: 'alert' });
	const input = h('input', {
		'aria-autocomplete': 'list',
		'aria-describedby': hint.id,
		'aria-expanded': 'false',
		'aria-label': words.say('input'),
		autocapitalize: 'off',
		autocomplete: 'off',
		class: 'composer-input',
		enterkeyhint: 'send',
		maxlength: LINE_MAX_LENGTH,
		placeholder: words.say('placeholder'),
		role: 'combobox',
		spellcheck: 'false',
		type: 'text',
	});
	const suggestions = createSuggestions(input);
	const bar = h('div', { 'aria-label': words.say('options'), class: 'composer-options', hidden: true, role: 'group' });
	const form = h(
		'form',
		{ class: 'composer-form' },
		input,
		h('button', { 'aria-label': words.say('send'), class: 'composer-send', type: 'submit' }, icon(ICONS.arrow)),
	);
	const element = h('footer', { class: 'composer' }, suggestions.element, problem, h('div', { class: 'composer-box' }, bar, form), hint);

	let picks: Picks = {};
	/** What the list is about: the commands, or an option of one of them. */
	let listed = '';
	let pending: { readonly abort: AbortController; readonly timer: ReturnType<typeof setTimeout> } | null = null;
	let sent: readonly Sent[] = [];
	let recalled = 0;

	const write = (line: string, caret = line.length) => {
		input.value = line;
		input.setSelectionRange(caret, caret);
		input.scrollLeft = input.scrollWidth;
	};

	const current = (): { readonly line: Line; readonly segment: Segment | undefined } => {
		const line = readLine(input.value, commands);
		return { line, segment: line.kind === 'command' ? segmentAt(line.segments, input.selectionStart ?? input.value.length) : undefined };
	};

	const cancel = () => {
		if (!pending) return;
		clearTimeout(pending.timer);
		pending.abort.abort();
		pending = null;
	};

	const refresh = () => {
		problem.textContent = '';
		const { line, segment } = current();
		showOptions(line, segment);
		suggest(line, segment);
	};

	const suggest = (line: Line, segment: Segment | undefined) => {
		cancel();
		const about = line.kind === 'command' && segment ? `${line.command.name} ${segment.option.name}` : line.kind;
		if (about !== listed) suggestions.close();
		listed = about;
		if (line.kind === 'naming') {
			suggestions.show(words.say('commands'), commandsFor(line.prefix), 0);
			return;
		}
		if (line.kind !== 'command' || !segment || picks[segment.option.name]?.name === segment.text) {
			suggestions.close();
			return;
		}
		const { option } = segment;
		if (option.type === 'boolean')
			show(segment, [
				['true', words.say('true')],
				['false', words.say('false')],
			]);
		else if (option.choices)
			show(
				segment,
				option.choices.map(({ name, value }) => [value, name]),
			);
		else if (option.autocomplete && !isLong(segment.text, option)) fetchSuggestions(line.command, line.segments, segment);
		else suggestions.close();
	};

	const show = (segment: Segment, values: readonly (readonly [value: string, name: string])[]) => {
		const typed = segment.text.toLowerCase();
		const fitting = values.filter(([value, name]) => value.startsWith(typed) || name.toLowerCase().includes(typed));
		suggestions.show(
			segment.option.description,
			fitting.map(([value, name]) => toSuggestion(segment, name, value)),
			-1,
		);
	};

	/** Asks the server once typing pauses. What comes back late, when something else has been typed since, is dropped. */
	const fetchSuggestions = ({ name }: CommandJson, segments: readonly Segment[], segment: Segment) => {
		const { option, text } = segment;
		const others = segments.filter((it) => it.option !== option && it.text !== '');
		const abort = new AbortController();
		const load = async () => {
			const { choices } = await api.suggest(
				{
					args: Object.fromEntries(others.map((it) => [it.option.name, picks[it.option.name]?.value ?? it.text])),
					name,
					option: option.name,
					text,
				},
				abort.signal,
			);
			if (abort.signal.aborted) return;
			suggestions.show(
				option.description,
				choices.map((choice) => toSuggestion(segment, choice.name, choice.value)),
				-1,
			);
			announce(words.say('suggestions', { count: choices.length }));
		};
		const timer = setTimeout(() => {
			load().catch(() => {
				// What was typed can be sent without any suggestion; sending says what is wrong.
				if (!abort.signal.aborted) suggestions.close();
			});
		}, DEBOUNCE_MILLISECONDS);
		pending = { abort, timer };
	};

	const toSuggestion = (segment: Segment, name: string, value: string): Suggestion => ({
		label: name,
		pick() {
			// More may have been typed since the list was made.
			const now = current().segment;
			const { caret, line } = replaceSegment(input.value, now?.option.name === segment.option.name ? now : segment, name);
			picks = { ...picks, [segment.option.name]: { name, value } };
			write(line, caret);
			cancel();
			suggestions.close();
			showOptions(current().line, current().segment);
		},
	});

	const commandsFor = (prefix: string): Suggestion[] => {
		const isBegun = (command: CommandJson) => namesOf(command).some((name) => name.startsWith(prefix));
		const fitting = commands
			.filter((command) => namesOf(command).some((name) => name.includes(prefix)))
			.sort((a, b) => Number(isBegun(b)) - Number(isBegun(a)));
		return fitting.map(({ description, shown }) => ({
			detail: description,
			label: `/${shown}`,
			pick() {
				write(`/${shown} `);
				refresh();
			},
		}));
	};

	const showOptions = (line: Line, segment: Segment | undefined) => {
		const options = line.kind === 'command' ? line.command.options : [];
		bar.hidden = options.length === 0;
		bar.replaceChildren(...(line.kind === 'command' ? options.map((option) => viewOption(option, line.segments, segment)) : []));
		hint.textContent = segment
			? words.say(segment.option.required ? 'hint-required' : 'hint-optional', {
					description: segment.option.description,
					option: segment.option.shown,
				})
			: '';
	};

	const viewOption = (option: OptionJson, segments: readonly Segment[], active: Segment | undefined): HTMLElement => {
		const segment = segments.find((it) => it.option === option);
		const isGiven = segment !== undefined && (segment.text !== '' || segment === active);
		return h(
			'button',
			{
				'aria-pressed': option.type === 'boolean' ? String(segment !== undefined) : null,
				class: isGiven ? 'option option-given' : 'option',
				title: option.description,
				type: 'button',
				onclick: () => toggleOption(option, segment),
			},
			option.shown,
			option.required && h('span', { 'aria-hidden': 'true', class: 'option-required' }, '*'),
		);
	};

	/** Adds an option to the line or goes to it; one that is only on or off is taken away again. */
	const toggleOption = (option: OptionJson, segment: Segment | undefined) => {
		const mark = `${option.shown}:`;
		if (!segment) write(`${input.value.trimEnd()} ${mark}${option.type === 'boolean' ? 'true' : ''}`);
		else if (option.type === 'boolean')
			write(`${input.value.slice(0, beginningOf(option, segment)).trimEnd()} ${input.value.slice(segment.end)}`);
		else input.setSelectionRange(segment.end, segment.end);
		input.focus();
		refresh();
		if (option.type === 'boolean') suggestions.close();
	};

	/** Where the name of an option stands in the line, whichever of its names that is. */
	const beginningOf = (option: OptionJson, { start }: Segment): number =>
		Math.max(...namesOf(option).map((name) => input.value.lastIndexOf(`${name}:`, start)));

	const explain = (found: Problem): string => {
		if (found.problem === 'empty') return words.say('empty');
		const { description, shown: option } = found.option;
		if (found.problem === 'missing') return words.say('missing', { command: found.command, description, option });
		if (found.problem === 'long') {
			const [length, max] = [found.length, found.option.maxLength ?? 0].map((count) => count.toLocaleString(words.language));
			return words.say('long', { length: length!, max: max!, option });
		}
		const { choices, max, min, type } = found.option;
		if (type === 'boolean') return words.say('bad-boolean', { option, text: found.text });
		if (type === 'integer' && max !== undefined && min !== undefined) return words.say('bad-range', { max, min, option, text: found.text });
		if (type === 'integer') return words.say('bad-number', { option, text: found.text });
		return words.say('bad-choice', { choices: words.list((choices ?? []).map(({ name }) => name)), option, text: found.text });
	};

	const send = () => {
		const text = input.value.trim();
		const asked = readRequest(readLine(input.value.trimEnd(), commands), commands, picks);
		cancel();
		suggestions.close();
		if ('problem' in asked) {
			problem.textContent = explain(asked);
			input.focus();
			return;
		}
		sent = [...sent, { line: input.value, picks }].slice(-RECALLED_MAX);
		recalled = sent.length;
		picks = {};
		write('');
		refresh();
		ask(asked, text.startsWith('/') ? text : `/${commands.find(({ name }) => name === asked.name)?.shown ?? asked.name} ${text}`);
	};

	/** An earlier or later line of those that were sent, as in a terminal. */
	const recall = (step: -1 | 1) => {
		recalled = Math.max(0, Math.min(sent.length, recalled + step));
		picks = sent[recalled]?.picks ?? {};
		write(sent[recalled]?.line ?? '');
		showOptions(current().line, current().segment);
	};

	const isRecalling = (): boolean => input.value === '' || input.value === sent[recalled]?.line;

	/** A command whose whole name is typed and that needs nothing more is sent, not completed. */
	const isComplete = (): boolean => {
		const { line } = current();
		if (line.kind !== 'naming') return false;
		const named = commands.find((command) => namesOf(command).includes(line.prefix));
		return named?.options.every(({ required }) => !required) ?? false;
	};

	input.addEventListener('input', () => {
		recalled = sent.length;
		refresh();
	});
	input.addEventListener('click', refresh);
	input.addEventListener('blur', () => {
		cancel();
		suggestions.close();
	});
	input.addEventListener('keydown', (event) => {
		// Enter and the arrows belong to the input method while it composes Japanese.
		if (event.isComposing) return;
		const isOpen = suggestions.isOpen();
		const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
		if (step && isOpen) suggestions.move(step);
		else if (step && isRecalling()) recall(step);
		else if (event.key === 'Escape' && isOpen) {
			cancel();
			suggestions.close();
		} else if (event.key === 'Tab' && isOpen && !event.shiftKey) {
			if (!suggestions.accept()) return;
		} else if (event.key === 'Enter') {
			if (!isOpen || isComplete() || !suggestions.accept()) send();
		} else return;
		event.preventDefault();
	});
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		send();
	});
	return {
		element,
		focus() {
			input.focus();
			// A dialog that closes gives the focus back without the caret, and what is typed then goes nowhere.
			input.setSelectionRange(input.selectionStart, input.selectionEnd);
		},
		run(line) {
			picks = {};
			write(line);
			send();
		},
	};
}
