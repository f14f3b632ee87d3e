/** A form, opened over the page. The dialog is the browser's own: it keeps the focus within, and Escape closes it. */
import type { Modal, ModalInput } from '../../../answer.ts';
import { h, uniqueId } from './dom.ts';
import type { Words } from './words.ts';

const TEXT_MAX_LENGTH = 4000;

export interface FormOptions<T> {
	/** What went wrong, in words. */
	readonly explain: (error: unknown) => string;
	/** Sends what was written. When that fails, the form stays open with everything in it. */
	readonly send: (fields: Readonly<Record<string, string>>) => Promise<T>;
	readonly words: Words;
}

/** What came of sending the form; `null` when it was closed. */
export function openForm<T>({ inputs, title }: Modal, { explain, send, words }: FormOptions<T>): Promise<T | null> {
	const fields = inputs.map((input) => ({ ...viewField(input), id: input.id }));
	const problem = h('div', { class: 'composer-problem', role: 'alert' });
	const submit = h('button', { class: 'button button-primary', type: 'submit' }, words.say('form-send'));
	const titleId = uniqueId('form');
	const { promise, resolve } = Promise.withResolvers<T | null>();

	const trySending = async () => {
		submit.disabled = true;
		problem.textContent = '';
		try {
			const sent = await send(Object.fromEntries(fields.map(({ control, id }) => [id, control.value])));
			resolve(sent);
			dialog.close();
		} catch (error) {
			problem.textContent = explain(error);
			submit.disabled = false;
		}
	};
	const form = h(
		'form',
		{
			class: 'form',
			onsubmit: (event) => {
				event.preventDefault();
				void trySending();
			},
		},
		h('h2', { class: 'form-title', id: titleId }, title),
		...fields.map(({ element }) => element),
		problem,
		h(
			'div',
			{ class: 'form-foot' },
			h('button', { class: 'button button-secondary', onclick: () => dialog.close(), type: 'button' }, words.say('form-cancel')),
			submit,
		),
	);
	const dialog = h('dialog', { 'aria-labelledby': titleId, class: 'form-dialog' }, form);
	dialog.addEventListener('close', () => {
		dialog.remove();
		resolve(null);
	});
	document.body.append(dialog);
	dialog.showModal();
	fields[0]?.control.focus();
	return promise;
}

function viewField({
	description,
	label,
	maxLength = TEXT_MAX_LENGTH,
	minLength,
	multiline,
	placeholder,
	required = true,
	value = '',
}: ModalInput) {
	const id = uniqueId('field');
	const attributes = {
		'aria-describedby': description ? `${id}-description` : null,
		class: 'form-input',
		id,
		maxlength: maxLength,
		minlength: minLength,
		placeholder,
		required,
	};
	const control = multiline ? h('textarea', { ...attributes, rows: 5 }) : h('input', { ...attributes, type: 'text' });
	control.value = value;
	const element = h(
		'div',
		{ class: 'form-field' },
		h('label', { class: 'form-label', for: id }, label, required && h('span', { 'aria-hidden': 'true', class: 'option-required' }, '*')),
		description && h('div', { class: 'form-description', id: `${id}-description` }, description),
		control,
	);
	return { control, element };
}
