/** Reads `multipart/form-data` (RFC 7578) as Discord does: `payload_json` and `files[n]`. */
import type { SentFile } from './limits.ts';

export interface Multipart {
	readonly files: readonly SentFile[];
	/** The text of `payload_json`. */
	readonly payload: string | undefined;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** Throws an `Error` when the body is not well formed. */
export function readMultipart(contentType: string, body: Buffer): Multipart {
	const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
	if (!boundary) throw new Error('multipart without a boundary');
	const delimiter = Buffer.from(`--${boundary}`);
	const files: SentFile[] = [];
	let payload: string | undefined;
	let start = body.indexOf(delimiter);
	while (start !== -1) {
		start += delimiter.length;
		const end = body.indexOf(delimiter, start);
		if (end === -1) break;
		// A part begins after the line break of its delimiter and ends before that of the next.
		const part = body.subarray(start + 2, end - 2);
		const split = part.indexOf(END_OF_HEAD);
		if (split === -1) throw new Error('a part without a head');
		const head = part.subarray(0, split).toString('utf8');
		const data = part.subarray(split + END_OF_HEAD.length);
		const field = /\bname="([^"]*)"/.exec(head)?.[1] ?? '';
		const name = /\bfilename="([^"]*)"/.exec(head)?.[1];
		if (name !== undefined)
			files.push({ contentType: /content-type:\s*(.+)/i.exec(head)?.[1]?.trim() ?? '', data: Buffer.from(data), field, name });
		else if (field === 'payload_json') payload = data.toString('utf8');
		start = end;
	}
	return { files, payload };
}
