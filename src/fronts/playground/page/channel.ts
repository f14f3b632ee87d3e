/** The channel: what was asked and answered, in order, and the welcome above it. */
import type { AnswerJson, CommandJson, MessageCommandJson, PageWord } from '../wire.ts';
import { type Api, ApiError } from './api.ts';
import type { Pressed } from './components.ts';
import { h } from './dom.ts';
import { openForm } from './form.ts';
import { type Asked, type Line, readLine, writeLine } from './line.ts';
import { titleOf, viewFailure, viewMessage } from './message.ts';
import { type MessageMenuOptions, withMenu } from './message-menu.ts';
import { createUpdates } from './updates.ts';
import type { Words } from './words.ts';

/** One question and its answer. */
export interface Exchange {
	answer: AnswerJson | null;
	readonly at: number;
	/**
	 * The command, what was chosen for which message, what was pressed under which answer, or nothing at all: the program
	 * spoke of its own accord.
	 */
	readonly from:
		| { readonly chosen: MessageCommandJson; readonly content: string }
		| { readonly asked: Asked; readonly text: string }
		| { readonly pressed: Pressed; readonly title: string }
		| { readonly unasked: true };
}

export interface ChannelOptions {
	/** Says something to people who do not see the page. */
	readonly announce: (what: string) => void;
	readonly api: Api;
	readonly commands: readonly CommandJson[];
	readonly exchanges: Exchange[];
	/** Where to go when there is nothing to go on with. */
	readonly focusComposer: () => void;
	/** Others are here too: what the program tells them is shown at once. */
	readonly isShared: boolean;
	readonly messageCommands: readonly MessageCommandJson[];
	readonly keep: (exchanges: readonly Exchange[]) => void;
	/** Runs a line that a link of the page carries. */
	readonly run: (line: string) => void;
	readonly words: Words;
}

export interface Channel {
	/** Asks, and shows the answer. */
	ask(asked: Asked, text: string): Promise<void>;
	readonly element: HTMLElement;
}

const EXAMPLES = [
	'example-event',
	'example-figures',
	'example-treaty',
	'example-ask',
	'example-place',
] as const satisfies readonly PageWord[];

export function createChannel(options: ChannelOptions): Channel {
	const { announce, api, commands, exchanges, focusComposer, isShared, keep, messageCommands, run, words } = options;
	const list = h('ol', { 'aria-label': words.say('messages'), class: 'messages' });
	const element = h('main', { 'aria-label': words.say('channel'), class: 'channel', tabindex: '0' }, viewWelcome(words, run), list);
	const rows = new Map<Exchange, HTMLElement>();
	const save = () => keep(exchanges.filter(({ answer }) => answer !== null));

	const linkTo = (line: string): HTMLAnchorElement =>
		h('a', {
			class: 'command-link',
			href: `/?${new URLSearchParams({ q: line })}`,
			onclick: (event) => {
				if (event.ctrlKey || event.metaKey || event.shiftKey) return;
				event.preventDefault();
				run(line);
			},
		});

	const askedOf = ({ from }: Exchange): (Node | string)[] => {
		if ('unasked' in from) return [];
		if ('chosen' in from) return [words.say('chosen', { label: from.chosen.title, text: shorten(from.content) })];
		if ('pressed' in from) return [words.say(from.pressed.how, { label: from.pressed.label, title: from.title })];
		const link = linkTo(writeLine(from.asked, commands));
		link.append(from.text);
		return words.build('used', { command: link });
	};

	/** What can be done with the words that the visitor wrote. */
	const menuOf = ({ from }: Exchange): MessageMenuOptions => {
		const content = 'asked' in from ? textIn(readLine(from.text, commands)) : '';
		return {
			commands: content ? messageCommands : [],
			onChoose: (command) => void choose(command, content),
			words,
		};
	};

	const fill = (row: HTMLElement, exchange: Exchange) => {
		const { answer, at } = exchange;
		row.classList.toggle('private', answer?.private ?? false);
		row.replaceChildren(
			...viewMessage(answer?.message ?? null, {
				asked: askedOf(exchange),
				at: new Date(at),
				menu: (line) => withMenu(line, menuOf(exchange)),
				private: answer?.private ?? false,
				words,
				onDismiss: () => dismiss(row, exchange),
				onPress: (pressed) => void press(row, exchange, pressed),
			}),
		);
	};

	const add = (exchange: Exchange): HTMLElement => {
		const row = h('li', { class: 'message', tabindex: '-1' });
		rows.set(exchange, row);
		fill(row, exchange);
		list.append(row);
		return row;
	};

	const dismiss = (row: HTMLElement, exchange: Exchange) => {
		exchanges.splice(exchanges.indexOf(exchange), 1);
		rows.delete(exchange);
		row.remove();
		save();
		announce(words.say('dismissed'));
		focusComposer();
	};

	const updates = createUpdates({
		listen: api.listen,
		take({ id, message }) {
			const exchange = exchanges.find(({ answer }) => answer?.id === id);
			const row = exchange && rows.get(exchange);
			if (!exchange?.answer || !row) {
				const answer: AnswerJson = { id, live: false, message, outcome: 'info', private: false, update: false };
				const unasked: Exchange = { answer, at: Date.now(), from: { unasked: true } };
				exchanges.push(unasked);
				reveal(element, add(unasked));
				announce(words.say('answered', { title: titleOf(message) }));
			} else {
				const position = controlsOf(row).indexOf(document.activeElement as HTMLElement);
				exchange.answer = { ...exchange.answer, message };
				fill(row, exchange);
				// Where nobody was, the focus is not taken from elsewhere.
				if (position >= 0) focusControl(row, position);
				announce(words.say('updated', { title: titleOf(message) }));
			}
			save();
		},
	});

	/** The answer itself, after every form that is opened on the way to it; `null` when one is closed. */
	const throughForms = async (answer: AnswerJson, under: AnswerJson | null = null): Promise<AnswerJson | null> => {
		const { modal } = answer;
		if (!modal) return answer;
		const next = await openForm<AnswerJson>(modal, {
			explain: (error) => explain(error, words),
			send: (fields) => api.submit({ customId: modal.customId, fields, ...placeOf(under) }),
			words,
		});
		return next && throughForms(next, under);
	};

	/** Shows the answer, or why there is none. */
	const settle = async (row: HTMLElement, exchange: Exchange, call: () => Promise<AnswerJson>): Promise<void> => {
		row.setAttribute('aria-busy', 'true');
		try {
			const answer = await updates.during(async () => throughForms(await call()));
			if (!answer) return dismiss(row, exchange);
			exchange.answer = answer;
			fill(row, exchange);
			save();
			announce(words.say(answer.private ? 'answered-private' : 'answered', { title: titleOf(answer.message) }));
		} catch (error) {
			const retry = () => {
				fill(row, exchange);
				row.focus();
				void settle(row, exchange, call);
			};
			row
				.querySelector('.message-body')
				?.replaceWith(h('div', { class: 'message-body' }, viewFailure(explain(error, words), canHelp(error) && retry, words)));
		} finally {
			row.removeAttribute('aria-busy');
			reveal(element, row);
		}
	};

	const press = async (row: HTMLElement, exchange: Exchange, pressed: Pressed): Promise<void> => {
		if (row.hasAttribute('aria-busy')) return;
		row.setAttribute('aria-busy', 'true');
		const position = controlsOf(row).indexOf(document.activeElement as HTMLElement);
		row.querySelector('.failure')?.remove();
		let answer: AnswerJson | null;
		try {
			const under = exchange.answer;
			answer = await updates.during(async () =>
				throughForms(await api.press({ customId: pressed.customId, values: pressed.values, ...placeOf(under) }), under),
			);
		} catch (error) {
			const retry = () => {
				focusControl(row, position);
				void press(row, exchange, pressed);
			};
			row.querySelector('.message-body')?.append(viewFailure(explain(error, words), canHelp(error) && retry, words));
			return;
		} finally {
			row.removeAttribute('aria-busy');
		}
		if (!answer) return;
		if (answer.update && exchange.answer) {
			exchange.answer = { ...answer, private: exchange.answer.private };
			fill(row, exchange);
			focusControl(row, position);
			row.scrollIntoView({ block: 'nearest' });
			save();
			announce(words.say('updated', { title: describePage(answer) }));
			return;
		}
		const title = exchange.answer ? titleOf(exchange.answer.message) : '';
		const reply: Exchange = { answer, at: Date.now(), from: { pressed, title } };
		exchanges.push(reply);
		const added = add(reply);
		save();
		reveal(element, added);
		added.focus({ preventScroll: true });
		announce(words.say(answer.private ? 'answered-private' : 'answered', { title: titleOf(answer.message) }));
	};

	/** Adds a question, and its answer below it. */
	const ask = async (from: Exchange['from'], call: () => Promise<AnswerJson>): Promise<HTMLElement> => {
		const exchange: Exchange = { answer: null, at: Date.now(), from };
		exchanges.push(exchange);
		const row = add(exchange);
		reveal(element, row);
		await settle(row, exchange, call);
		return row;
	};

	const choose = async (command: MessageCommandJson, content: string): Promise<void> => {
		const row = await ask({ chosen: command, content }, () => api.messageCommand({ content, name: command.name }));
		row.focus({ preventScroll: true });
	};

	for (const exchange of exchanges) add(exchange);
	if (isShared || exchanges.some(({ answer }) => answer?.live)) updates.listen();
	return {
		async ask(asked, text) {
			await ask({ asked, text }, () => api.command(asked));
		},
		element,
	};
}

/** What was written in a line beside the command itself. */
const textIn = (line: Line): string =>
	line.kind === 'command'
		? line.segments
				.filter(({ option }) => option.type === 'string' && !option.choices)
				.map(({ text }) => text)
				.join(' ')
		: '';

const SHORT_LENGTH = 80;
const shorten = (text: string): string => {
	const characters = [...text.replace(/\s+/gu, ' ').trim()];
	return characters.length > SHORT_LENGTH ? `${characters.slice(0, SHORT_LENGTH - 1).join('')}…` : characters.join('');
};

/** The message that a button stands under, as the server wants to know it. */
const placeOf = (under: AnswerJson | null) => (under ? { embeds: under.message.embeds, message: under.id } : {});

const controlsOf = (row: HTMLElement): HTMLElement[] => [...row.querySelectorAll<HTMLElement>('[data-control]')];

/** The control in the same place as the one that was used, or the nearest that can be used; else the message. */
function focusControl(row: HTMLElement, position: number): void {
	const usable = controlsOf(row)
		.map((control, index) => ({ control, distance: Math.abs(index - position) }))
		.filter(({ control }) => !control.matches(':disabled'));
	usable.sort((a, b) => a.distance - b.distance);
	(position < 0 ? row : (usable[0]?.control ?? row)).focus({ preventScroll: true });
}

/** The footer says which page it is, which is what has changed. */
function describePage({ message }: AnswerJson): string {
	return [titleOf(message), message.embeds[0]?.footer?.text].filter(Boolean).join(', ');
}

/** Brings an answer into view: from its beginning when it is taller than the channel. */
function reveal(channel: HTMLElement, row: HTMLElement): void {
	if (row.offsetHeight > channel.clientHeight) row.scrollIntoView({ block: 'start' });
	else if (row.matches(':last-child')) channel.scrollTop = channel.scrollHeight;
	else row.scrollIntoView({ block: 'nearest' });
}

function explain(error: unknown, words: Words): string {
	if (!(error instanceof ApiError)) throw error;
	const { problem } = error;
	if (!problem) return words.say('unreachable');
	return words.say('refused', {
		reason: [problem.message, ...(problem.issues ?? []).map(({ message, path }) => `${path}: ${message}`)].join(' '),
	});
}

/** Whether the same may be taken another time: what was refused for what it says will be refused again. */
const canHelp = (error: unknown): boolean => error instanceof ApiError && (!error.problem || error.problem.error === 'unexpected');

function viewWelcome(words: Words, run: (line: string) => void): HTMLElement {
	return h(
		'section',
		{ 'aria-labelledby': 'welcome', class: 'welcome' },
		h('img', { alt: '', class: 'welcome-icon', height: 68, src: '/page/icon.svg', width: 68 }),
		h('h2', { class: 'welcome-title', id: 'welcome' }, words.say('welcome-title')),
		h('p', { class: 'welcome-text' }, words.say('welcome-text')),
		h('p', { class: 'welcome-text', id: 'examples' }, words.say('welcome-examples')),
		h(
			'ul',
			{ 'aria-labelledby': 'examples', class: 'examples' },
			...EXAMPLES.map((example) => {
				const line = words.say(example);
				return h('li', {}, h('button', { class: 'example', onclick: () => run(line), type: 'button' }, line));
			}),
		),
	);
}
